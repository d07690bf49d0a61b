import type { Input, Output } from '#shared/contract/index.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { CheckboxInput } from '../../../components/form/CheckboxInput.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import { peopleToChoose } from '../../planning/releases/index.ts';
import type { Names } from '../../planning/releases/index.ts';
import styles from './settings.module.css';

type InForce = Output<'approvals.rules'>;
type Switch = 'noGoBlocks' | 'abstentionCounts' | 'conditionalCounts' | 'consultedFirst';

/** Each rule as the sentence that holds while it is ticked, and what holds otherwise. */
const sentences: readonly { key: Switch; holds: string; otherwise: string }[] = [
  {
    key: 'noGoBlocks',
    holds: 'A no-go blocks its gate until it is withdrawn or overruled',
    otherwise:
      'Otherwise it only does not count; the gate is blocked once too few seats are left for what it needs.',
  },
  {
    key: 'abstentionCounts',
    holds: 'An abstention counts towards the seats a gate needs',
    otherwise: 'Otherwise the seat stays open for somebody else who may decide in it.',
  },
  {
    key: 'conditionalCounts',
    holds: 'A conditional go counts at once and leaves its conditions open',
    otherwise: 'Otherwise it counts once its conditions are met.',
  },
  {
    key: 'consultedFirst',
    holds: 'Whoever was consulted about a gate answers before it passes',
    otherwise: 'Otherwise their answer is shown beside the gate and holds nothing up.',
  },
];

/** The rules by which decisions count; each change counts at once, for open gates too. */
export function DecisionRules({ inForce, names }: { inForce: InForce; names: Names }) {
  const { rules, authority } = inForce;
  const set = useCommand('approvals.setRules');
  const change = async (patch: Input<'approvals.setRules'>) => {
    const answer = await set.run(patch);
    if (answer.ok) showToast({ text: 'Rule changed; open gates go by it', undo: undoOf(answer) });
  };
  return (
    <Section title="How decisions count" note="in this workspace">
      <Panel padded>
        <div className={styles['rules']}>
          {sentences.map(({ key, holds, otherwise }) => (
            <CheckboxInput
              key={key}
              label={holds}
              help={otherwise}
              checked={rules[key]}
              disabled={set.pending}
              onChange={(event) => void change({ [key]: event.target.checked })}
            />
          ))}
          <SelectInput
            label="Who may overrule a no-go"
            width={320}
            value={chosenOf(rules)}
            options={overrulers(names, rules)}
            help={
              authority.words === ''
                ? 'Nobody is named: a no-go ends only when it is withdrawn.'
                : `${authority.words} may, with a reason, and never for a release they asked for. The no-go stays in the record.`
            }
            error={set.error?.message}
            onChange={({ target }) => void change(overruling(target.value))}
          />
          <p className={styles['quiet']}>
            Each gate declares the facts its decisions bind. When one of them changes, the decision
            reads as given for earlier facts, with the difference, and its gate opens again. Whoever
            asked for a release, or for a decision, never gives it, and nobody stands in for them.
          </p>
        </div>
      </Panel>
    </Section>
  );
}

function chosenOf({ overrulePersonId, overruleRole }: InForce['rules']): string {
  if (overrulePersonId !== null) return `person ${overrulePersonId}`;
  return overruleRole === null ? '' : `role ${overruleRole}`;
}

function overrulers(names: Names, { overrulePersonId }: InForce['rules']) {
  return [
    { value: '', label: 'Nobody' },
    ...names.roles.map(({ key, name }) => ({ value: `role ${key}`, label: `Role: ${name}` })),
    ...peopleToChoose(names, [overrulePersonId]).map(({ value, label }) => ({
      value: `person ${value}`,
      label,
    })),
  ];
}

function overruling(chosen: string): Input<'approvals.setRules'> {
  const [kind, key = ''] = chosen.split(' ');
  return {
    overruleRole: kind === 'role' ? key : null,
    overrulePersonId: kind === 'person' ? key : null,
  };
}
