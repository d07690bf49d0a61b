import { useState } from 'react';
import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import { ListFilter, Search, X } from 'lucide-react';
import { tableGroups } from '#shared/model/planning/release-table.ts';
import type { TableView } from '#shared/model/planning/release-table.ts';
import choice from '../../../../components/form/Choice.module.css';
import { Segmented } from '../../../../components/form/Segmented.tsx';
import type { Names } from '../names.ts';
import { filterParts, groupChoices, whichChoices } from './filter-choices.ts';
import type { FilterPart } from './filter-choices.ts';
import styles from './releases.module.css';

type ReleaseFiltersProps = {
  view: TableView;
  /** What is typed now; the view has it a moment later. */
  text: string;
  names: Names;
  onView: (view: TableView) => void;
  onText: (text: string) => void;
};

/** Which releases, words to find them by, choices that narrow them, and what they are grouped by. */
export function ReleaseFilters({ view, text, names, onView, onText }: ReleaseFiltersProps) {
  const parts = filterParts(view, names);
  const group = (value: string) =>
    onView({ ...view, group: tableGroups.find((known) => known === value) ?? null });
  return (
    <>
      <Segmented
        label="Which releases"
        choices={whichChoices}
        value={view.which}
        onPick={(which) => onView({ ...view, which })}
      />
      <label className={styles['search']}>
        <Search size={16} aria-hidden />
        <input
          type="search"
          aria-label="Filter releases"
          placeholder="Name, service, person"
          maxLength={200}
          value={text}
          onChange={(event) => onText(event.target.value)}
        />
      </label>
      <FilterButton parts={parts} onView={onView} />
      <label className={styles['group']}>
        Group by
        <select value={view.group ?? ''} onChange={(event) => group(event.target.value)}>
          <option value="">Nothing</option>
          {groupChoices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}

type PartsProps = { parts: readonly FilterPart[]; onView: (view: TableView) => void };

function FilterButton({ parts, onView }: PartsProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const count = parts.reduce((sum, { chosen }) => sum + chosen.length, 0);
  return (
    <>
      <Button
        startIcon={<ListFilter />}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        Filter{count > 0 && <span className={styles['chosen']}>{count}</span>}
      </Button>
      {anchor !== null && (
        <Popover
          open
          anchorEl={anchor}
          onClose={() => setAnchor(null)}
          anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
          slotProps={{ paper: { role: 'dialog', 'aria-label': 'Filter the releases' } }}
        >
          <div className={styles['choices']}>
            {parts.map((part) => (
              <Choices key={part.key} part={part} onView={onView} />
            ))}
          </div>
        </Popover>
      )}
    </>
  );
}

function Choices({ part, onView }: { part: FilterPart; onView: PartsProps['onView'] }) {
  return (
    <fieldset>
      <legend>{part.label}</legend>
      <div className={styles['many']}>
        {part.options.length === 0 && <span className={styles['quiet']}>none yet</span>}
        {part.options.map(({ value, label }) => (
          <label key={value} title={label}>
            <input
              type="checkbox"
              className={choice['box']}
              checked={part.chosen.includes(value)}
              onChange={() => onView(part.toggle(value))}
            />
            <bdi>{label}</bdi>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type FilterChipsProps = Pick<ReleaseFiltersProps, 'view' | 'names' | 'onView'> & {
  onClear: () => void;
};

/** What narrows the list, each with a way to take it off. */
export function FilterChips({ view, names, onView, onClear }: FilterChipsProps) {
  const parts = filterParts(view, names);
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
