import type { RunStatus } from '#shared/model/delivery/pipelines.ts';
import { ChevronDown } from 'lucide-react';
import styles from './pipelines.module.css';
import { statusOptions } from './run-words.ts';

type RunFiltersProps = {
  status: RunStatus | undefined;
  onStatus: (status: string) => void;
  /** Where the statuses have other words, as those of alerts do. */
  options?: typeof statusOptions;
};

/** Narrows rows to one status. */
export function RunFilters({ status, onStatus, options = statusOptions }: RunFiltersProps) {
  return (
    <span className={styles['filter']}>
      <select
        aria-label="Status"
        value={status ?? ''}
        onChange={(event) => onStatus(event.target.value)}
      >
        <option value="">Any status</option>
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <ChevronDown size={14} aria-hidden />
    </span>
  );
}
