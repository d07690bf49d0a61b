import { useState } from 'react';
import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import { ListFilter, Search } from 'lucide-react';
import type { TimelineFilter } from '#shared/model/planning/timeline.ts';
import choice from '../../../../components/form/Choice.module.css';
import { filterParts } from './filter-parts.ts';
import type { FilterLists, FilterPart } from './filter-parts.ts';
import styles from './filters.module.css';
import { countChosen, noFilter } from './timeline-address.ts';

type TimelineFiltersProps = {
  filter: TimelineFilter;
  /** What is typed now; the filter has it a moment later. */
  text: string;
  lists: FilterLists;
  onText: (text: string) => void;
  onFilter: (filter: TimelineFilter) => void;
};

/** Words releases are found by, and choices that narrow them. */
export function TimelineFilters(props: TimelineFiltersProps) {
  const { filter, text, lists, onText, onFilter } = props;
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const count = countChosen(filter);
  return (
    <>
      <label className={styles['search']}>
        <Search size={16} aria-hidden />
        <input
          type="search"
          aria-label="Filter the timeline"
          placeholder="Name, service, person"
          maxLength={200}
          value={text}
          onChange={(event) => onText(event.target.value)}
        />
      </label>
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
          slotProps={{ paper: { role: 'dialog', 'aria-label': 'Filter the timeline' } }}
        >
          <div className={styles['choices']}>
            {filterParts(filter, lists).map((part) => (
              <Choices key={part.label} part={part} onFilter={onFilter} />
            ))}
          </div>
          <div className={styles['foot']}>
            <Button
              variant="text"
              disabled={count === 0}
              onClick={() => onFilter({ ...noFilter, text: filter.text })}
            >
              Clear all
            </Button>
          </div>
        </Popover>
      )}
    </>
  );
}

type ChoicesProps = { part: FilterPart; onFilter: TimelineFiltersProps['onFilter'] };

function Choices({ part, onFilter }: ChoicesProps) {
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
              onChange={() => onFilter(part.toggle(value))}
            />
            <bdi>{label}</bdi>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
