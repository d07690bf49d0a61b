import Button from '@mui/material/Button';
import { X } from 'lucide-react';
import styles from './filter.module.css';
import type { FilterPart } from './filter-part.ts';

type FilterChipsProps<View> = {
  parts: readonly FilterPart<View>[];
  onView: (view: View) => void;
  onClear: () => void;
};

/** What narrows the list, each with a way to take it off. */
export function FilterChips<View>({ parts, onView, onClear }: FilterChipsProps<View>) {
  const chosen = parts.flatMap((part) =>
    part.options
      .filter(({ value }) => part.chosen.includes(value))
      .map((option) => ({ ...option, part })),
  );
  if (chosen.length === 0) return null;
  return (
    <div className={styles['chips']} role="group" aria-label="Filters in force">
      {chosen.map(({ value, label, part }) => (
        <span key={`${part.key} ${value}`} className={styles['chip']}>
          <span className={styles['chipText']} title={`${part.label}: ${label}`}>
            <span className={styles['chipPart']}>{part.label}: </span>
            <bdi>{label}</bdi>
          </span>
          <button
            type="button"
            className={styles['remove']}
            aria-label={`Remove the filter ${part.label}: ${label}`}
            onClick={() => onView(part.toggle(value))}
          >
            <X size={12} aria-hidden />
          </button>
        </span>
      ))}
      <Button variant="text" onClick={onClear}>
        Clear all
      </Button>
    </div>
  );
}
