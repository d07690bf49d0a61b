import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { ArrowDown, ArrowUp, PanelRight, Plus, Trash2 } from 'lucide-react';
import { phase as phaseSchema, phases } from '#shared/model/planning/releases.ts';
import control from '../../../components/form/control.module.css';
import { Empty } from '../../../components/Empty.tsx';
import { Section } from '../../../components/Section.tsx';
import { phaseWords } from '../checklists/index.ts';
import { withItem, withMoved, withNewItem, withoutItem } from './edited-checklist.ts';
import type { EditedChecklist } from './edited-checklist.ts';
import styles from './checklist-templates.module.css';

type ItemRowsProps = {
  edited: EditedChecklist;
  selected: number | null;
  /** All that is wrong with an item, in one sentence. */
  errorOf: (at: number) => string | undefined;
  error: string | undefined;
  onOpen: (at: number | null) => void;
  onChange: (next: EditedChecklist) => void;
};

const choices = phases.filter((phase) => phase !== 'closed');

/** The items in their order; words and phase are typed here, the rest beside. */
export function ItemRows({ edited, selected, errorOf, error, onOpen, onChange }: ItemRowsProps) {
  const { items } = edited;
  return (
    <Section
      title="Items"
      note={`${items.length}, in the order of the phases`}
      actions={
        <Button
          startIcon={<Plus />}
          onClick={() => {
            onChange(withNewItem(edited));
            onOpen(items.length);
          }}
        >
          Add an item
        </Button>
      }
    >
      {error !== undefined && (
        <p className={styles['refusal']} role="alert">
          The template {error}.
        </p>
      )}
      {items.length === 0 && <Empty small text="What has to be true before each phase ends." />}
      <ol className={styles['items']} aria-label="Items of the template">
        {items.map((item, at) => {
          const wrong = errorOf(at);
          const number = at + 1;
          return (
            <li key={item.key} className={styles['item']}>
              <select
                className={control['control']}
                aria-label={`Phase of item ${number}`}
                value={item.phase}
                onChange={({ target }) =>
                  onChange(
                    withItem(edited, at, { ...item, phase: phaseSchema.parse(target.value) }),
                  )
                }
              >
                {choices.map((phase) => (
                  <option key={phase} value={phase}>
                    {phaseWords[phase]}
                  </option>
                ))}
              </select>
              <div>
                <input
                  className={control['control']}
                  dir="auto"
                  aria-label={`Text of item ${number}`}
                  aria-invalid={wrong === undefined ? undefined : true}
                  value={item.text}
                  title={item.text}
                  onChange={({ target }) =>
                    onChange(withItem(edited, at, { ...item, text: target.value }))
                  }
                />
                {wrong !== undefined && (
                  <p className={styles['refusal']} role="alert">
                    {wrong}
                  </p>
                )}
              </div>
              <div role="group" aria-label={`Terms and place of item ${number}`}>
                <IconButton
                  aria-label={`Terms of item ${number}`}
                  title="Owner, date, evidence, order"
                  aria-expanded={selected === at}
                  onClick={() => onOpen(selected === at ? null : at)}
                >
                  <PanelRight />
                </IconButton>
                <IconButton
                  aria-label={`Move item ${number} up`}
                  disabled={at === 0}
                  onClick={() => {
                    onOpen(null);
                    onChange(withMoved(edited, at, -1));
                  }}
                >
                  <ArrowUp />
                </IconButton>
                <IconButton
                  aria-label={`Move item ${number} down`}
                  disabled={at === items.length - 1}
                  onClick={() => {
                    onOpen(null);
                    onChange(withMoved(edited, at, 1));
                  }}
                >
                  <ArrowDown />
                </IconButton>
                <IconButton
                  aria-label={`Remove item ${number}`}
                  onClick={() => {
                    onOpen(null);
                    onChange(withoutItem(edited, at));
                  }}
                >
                  <Trash2 />
                </IconButton>
              </div>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
