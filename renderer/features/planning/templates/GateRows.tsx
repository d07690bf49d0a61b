import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { ArrowDown, ArrowUp, CircleAlert, Plus, Trash2 } from 'lucide-react';
import type { Role } from '#shared/model/workspace/people.ts';
import { phaseNames } from '#shared/rules/planning/life.ts';
import type { TemplateProblem } from '#shared/rules/planning/templates/own-templates.ts';
import { PanelList, PanelRow } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { moved } from './edited-template.ts';
import type { EditedGate } from './edited-template.ts';
import { checkInWords, conditionChoices } from './template-words.ts';
import styles from './templates.module.css';

type GateRowsProps = {
  gates: readonly EditedGate[];
  selected: number | null;
  /** What is wrong with the list as a whole. */
  error: string | undefined;
  problems: readonly TemplateProblem[];
  roles: readonly Role[];
  onOpen: (place: number) => void;
  onChange: (gates: EditedGate[]) => void;
  onAdd: () => void;
};

/** The gates in their order; each opens beside. */
export function GateRows(props: GateRowsProps) {
  const { gates, selected, error, problems, roles, onOpen, onChange, onAdd } = props;
  const named = new Map(roles.map(({ key, name }) => [key, name]));
  return (
    <Section
      title="Gates"
      note={`${gates.length}, passed phase by phase`}
      actions={
        <Button startIcon={<Plus />} onClick={onAdd}>
          Add a gate
        </Button>
      }
    >
      {error !== undefined && (
        <p className={styles['refusal']} role="alert">
          The template {error}.
        </p>
      )}
      {gates.length > 0 && (
        <PanelList label="Gates of the template">
          {gates.map((gate, place) => {
            const called = gate.name.trim() === '' ? `Gate ${place + 1}` : gate.name;
            const wrong = problems.find(({ path }) => path.startsWith(`gates.${place}.`));
            return (
              <PanelRow
                key={gate.key}
                selected={place === selected}
                title={<bdi className={styles['name']}>{called}</bdi>}
                beside={phaseNames[gate.phase]}
                note={
                  <>
                    {gateFacts(gate, named)}
                    {wrong !== undefined && (
                      <span className={styles['wrong']}>
                        <CircleAlert size={14} aria-hidden /> This gate {wrong.message}.
                      </span>
                    )}
                  </>
                }
                onOpen={() => onOpen(place)}
                end={
                  <div role="group" aria-label={`Move or remove ${called}`}>
                    <IconButton
                      aria-label={`Move ${called} up`}
                      disabled={place === 0}
                      onClick={() => onChange(moved(gates, place, -1))}
                    >
                      <ArrowUp />
                    </IconButton>
                    <IconButton
                      aria-label={`Move ${called} down`}
                      disabled={place === gates.length - 1}
                      onClick={() => onChange(moved(gates, place, 1))}
                    >
                      <ArrowDown />
                    </IconButton>
                    <IconButton
                      aria-label={`Remove ${called}`}
                      onClick={() => onChange(gates.filter((_, index) => index !== place))}
                    >
                      <Trash2 />
                    </IconButton>
                  </div>
                }
              />
            );
          })}
        </PanelList>
      )}
    </Section>
  );
}

function gateFacts(gate: EditedGate, roles: ReadonlyMap<string, string>): string {
  const seats = gate.places.map(({ roleKey }) => roles.get(roleKey) ?? roleKey).join(', ');
  const who =
    gate.check === 'decision'
      ? `Decided by ${seats || 'nobody yet'}${quorumWords(gate)}`
      : checkInWords(gate.check);
  if (gate.when === undefined) return who;
  const facts = conditionChoices.filter(({ value }) => gate.when?.anyOf.includes(value));
  return `${who} · only with ${facts.map(({ label }) => label).join(' or ')}`;
}

function quorumWords({ places, needed, inOrder = false }: EditedGate): string {
  const many = needed === undefined ? '' : `, ${needed} of ${places.length}`;
  return inOrder ? `${many}, one after the other` : many;
}
