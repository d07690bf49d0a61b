import Button from '@mui/material/Button';
import { ChevronDown } from 'lucide-react';
import type { Output } from '#shared/contract/index.ts';
import { fieldInWords } from '../history-words.ts';
import type { Names } from '../names.ts';
import { fieldsOf, historyKinds, isNarrowed } from './history-filter.ts';
import type { HistorySearch } from './history-filter.ts';
import styles from './history.module.css';

type HistoryFiltersProps = {
  search: HistorySearch;
  found: Output<'releases.historyFilters'> | undefined;
  names: Names;
  change: (part: HistorySearch) => void;
};

type Option = { value: string; label: string };

/** Narrows the history to a person, a kind of thing, a field, a span of days. */
export function HistoryFilters({ search, found, names, change }: HistoryFiltersProps) {
  const people = (found?.people ?? []).map((id) => ({ value: id, label: names.person(id) }));
  const kinds = historyKinds
    .filter(({ entities }) => entities.some((entity) => found?.entities.includes(entity)))
    .map(({ key, label }) => ({ value: key, label }));
  const fields = fieldsOf(found?.fields ?? [], search.kind)
    .map((value) => ({ value, label: fieldInWords(value) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en'));
  const clear = { by: undefined, kind: undefined, field: undefined };
  return (
    <div className={styles['filters']} role="group" aria-label="Filter the history">
      <FilterSelect
        label="Person"
        none="Anybody"
        value={search.by}
        options={people}
        onPick={(by) => change({ by })}
      />
      <FilterSelect
        label="Kind of thing"
        none="Everything"
        value={search.kind}
        options={kinds}
        onPick={(kind) => change({ kind, field: undefined })}
      />
      <FilterSelect
        label="Field"
        none="Any field"
        value={search.field}
        options={fields}
        onPick={(field) => change({ field })}
      />
      <FilterDate label="From" value={search.since} onPick={(since) => change({ since })} />
      <FilterDate label="to" value={search.until} onPick={(until) => change({ until })} />
      {isNarrowed(search) && (
        <Button
          variant="text"
          title="Show everything again"
          onClick={() => change({ ...clear, since: undefined, until: undefined })}
        >
          Clear
        </Button>
      )}
    </div>
  );
}

type FilterProps = {
  label: string;
  value: string | undefined;
  onPick: (value: string | undefined) => void;
};

function FilterSelect(props: FilterProps & { none: string; options: readonly Option[] }) {
  const { label, none, value, options, onPick } = props;
  return (
    <span className={styles['filter']}>
      <select
        aria-label={label}
        value={value ?? ''}
        onChange={({ target }) => onPick(target.value === '' ? undefined : target.value)}
      >
        <option value="">{none}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown size={14} aria-hidden />
    </span>
  );
}

function FilterDate({ label, value, onPick }: FilterProps) {
  return (
    <label className={styles['date']}>
      {label}
      <input
        type="date"
        value={value ?? ''}
        onChange={({ target }) => onPick(target.value === '' ? undefined : target.value)}
      />
    </label>
  );
}
