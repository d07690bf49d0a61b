import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import Button from '@mui/material/Button';
import type { TicketQuestion } from '#shared/model/delivery/tickets.ts';
import { AsOf } from '../../../components/AsOf.tsx';
import { Segmented } from '../../../components/form/Segmented.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { useProcedure } from '../../../api/useProcedure.ts';
import { useNow } from '../../../state/clock.ts';
import { TicketFilters } from './TicketFilters.tsx';
import type { TicketChoice } from './use-ticket-choice.ts';
import styles from './tickets.module.css';

const ways = [
  { value: 'read', label: 'Read already' },
  { value: 'now', label: 'Ask now' },
] as const;

/** Of which tracker, and how: of what was read, narrowed; or asked for now. */
export function TicketSource({ choice }: { choice: TicketChoice }) {
  const { trackers = [], tracker, asking, filter, choices } = choice;
  const zone = useProcedure('workspace.state', {}).data?.open?.workspace.zone ?? 'UTC';
  const now = useNow();
  return (
    <>
      <div className={styles['source']}>
        <SelectInput
          label="Tracker"
          options={trackers.map(({ id, name }) => ({ value: id, label: name }))}
          value={tracker?.id ?? ''}
          onChange={({ target }) => choice.pick(target.value)}
        />
        <Segmented label="Which tickets" choices={ways} value={asking} onPick={choice.setAsking} />
        {asking === 'read' && tracker !== undefined && (
          <span className={styles['count']}>
            as of <AsOf at={tracker.state.lastSuccessAt} zone={zone} now={now} />
          </span>
        )}
      </div>
      {asking === 'read' ? (
        <TicketFilters filter={filter} choices={choices} onFilter={choice.setFilter} />
      ) : (
        <QuestionFields
          key={tracker?.id}
          takesJql={tracker?.provider === 'jira'}
          fields={choice.error?.error.fields ?? {}}
          onAsk={choice.ask}
        />
      )}
    </>
  );
}

type QuestionFieldsProps = {
  takesJql: boolean;
  /** What was wrong with each field. */
  fields: Readonly<Record<string, string>>;
  onAsk: (question: TicketQuestion) => void;
};

const nothing = { jql: '', release: '', label: '' };

/** What the tracker is asked for, once Ask is pressed. */
function QuestionFields({ takesJql, fields, onAsk }: QuestionFieldsProps) {
  const [typed, setTyped] = useState(nothing);
  const given = Object.entries(typed).flatMap(([name, text]) =>
    text.trim() === '' ? [] : [[name, text.trim()] as const],
  );
  const ask = () => {
    if (given.length > 0) onAsk(Object.fromEntries(given));
  };
  // Enter asks; the form around it adds to the scope.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    ask();
  };
  const bind = (name: keyof typeof nothing) => ({
    value: typed[name],
    error: fields[name],
    dir: 'ltr' as const,
    onChange: ({ target }: { target: { value: string } }) =>
      setTyped((before) => ({ ...before, [name]: target.value })),
    onKeyDown,
  });
  return (
    <div className={styles['question']}>
      {takesJql && (
        <TextInput
          label="JQL"
          help="Any, also beyond the projects of the connection."
          mono
          spellCheck={false}
          width={2400}
          {...bind('jql')}
        />
      )}
      <TextInput label={takesJql ? 'Fix version' : 'Milestone'} {...bind('release')} />
      <TextInput label="Label" {...bind('label')} />
      <Button onClick={ask} disabled={given.length === 0}>
        Ask
      </Button>
    </div>
  );
}
