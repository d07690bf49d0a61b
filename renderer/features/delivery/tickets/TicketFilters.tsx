import { ChevronDown } from 'lucide-react';
import { FilterWords } from '../../../components/filter/FilterWords.tsx';
import type { Output } from '#shared/contract/index.ts';
import type { TicketFilter } from './ticket-filter.ts';
import { ticketStatuses } from './ticket-words.ts';
import styles from './tickets.module.css';

type TicketFiltersProps = {
  filter: TicketFilter;
  choices: Output<'tickets.choices'> | undefined;
  onFilter: (filter: TicketFilter) => void;
};

/** Narrows tickets by their words, status, version or milestone, and label. */
export function TicketFilters({ filter, choices, onFilter }: TicketFiltersProps) {
  const named = (list: readonly { name: string; tickets: number }[] = []) =>
    list.map(({ name, tickets }) => ({ value: name, label: `${name} (${tickets})` }));
  return (
    <span className={styles['filters']}>
      <FilterWords
        what="tickets"
        placeholder="Key or title"
        text={filter.text}
        onText={(text) => onFilter({ ...filter, text })}
      />
      <Choice
        label="Status"
        any="Any status"
        value={filter.status}
        options={ticketStatuses}
        onChoose={(status) => onFilter({ ...filter, status })}
      />
      <Choice
        label="Version or milestone"
        any="Any version or milestone"
        value={filter.release}
        options={named(choices?.releases)}
        onChoose={(release) => onFilter({ ...filter, release })}
      />
      <Choice
        label="Label"
        any="Any label"
        value={filter.label}
        options={named(choices?.labels)}
        onChoose={(label) => onFilter({ ...filter, label })}
      />
    </span>
  );
}

type ChoiceProps = {
  label: string;
  any: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChoose: (value: string) => void;
};

function Choice({ label, any, value, options, onChoose }: ChoiceProps) {
  return (
    <span className={styles['filter']}>
      <select aria-label={label} value={value} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{any}</option>
        {options.map((each) => (
          <option key={each.value} value={each.value}>
            {each.label}
          </option>
        ))}
      </select>
      <ChevronDown size={14} aria-hidden />
    </span>
  );
}
