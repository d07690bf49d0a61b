import { useState } from 'react';
import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import { ListFilter } from 'lucide-react';
import choice from '../form/Choice.module.css';
import styles from './filter.module.css';
import type { FilterPart } from './filter-part.ts';

type PartsProps<View> = {
  parts: readonly FilterPart<View>[];
  onView: (view: View) => void;
};

/** Opens what a list can be narrowed by; says how many choices are made. `what` is "the releases". */
export function FilterButton<View>({ what, parts, onView }: PartsProps<View> & { what: string }) {
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
          slotProps={{ paper: { role: 'dialog', 'aria-label': `Filter ${what}` } }}
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

function Choices<View>({
  part,
  onView,
}: {
  part: FilterPart<View>;
  onView: PartsProps<View>['onView'];
}) {
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
