import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import Popover from '@mui/material/Popover';
import styles from './Why.module.css';

/** What explains a number, a gate, a refusal. Parts that do not apply are left out. */
export type Explanation = {
  /** The rule in words, with its name and version: `Policy Standard v7, rule "high band"`. */
  rule: ReactNode;
  inputs?: readonly { name: string; value: ReactNode }[];
  /** How the inputs lead to the result: `3 × 4 = 12, high from 10`. */
  arithmetic?: string;
  /** The rows that were counted and those left out, or a link to them. */
  rows?: ReactNode;
  /** Where the facts come from and how old they are. */
  source?: ReactNode;
  wouldChange?: ReactNode;
};

type WhyProps = Explanation & {
  /** What is explained; the popover's title, and told with the button. */
  what: string;
  /** Words of the button: "why?", or the reason itself ("high risk"). */
  label?: string;
};

/** The small dotted word that opens the explanation. */
export function Why({ what, label = 'why?', ...explanation }: WhyProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  // Long lists have one in each row, and most are never opened.
  const [wasOpened, setWasOpened] = useState(false);
  const titleId = useId();
  return (
    <>
      <button
        type="button"
        className={styles['why']}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => {
          // It often stands in a row that opens something itself.
          event.stopPropagation();
          setAnchor(event.currentTarget);
          setWasOpened(true);
        }}
      >
        {label}
        <span className="visually-hidden"> ({what})</span>
      </button>
      {wasOpened && (
        <Popover
          open={anchor !== null}
          anchorEl={anchor}
          onClose={() => setAnchor(null)}
          onClick={(event) => event.stopPropagation()}
          anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
          slotProps={{ paper: { role: 'dialog', 'aria-labelledby': titleId, tabIndex: -1 } }}
        >
          <div className={styles['sheet']}>
            <p id={titleId} className={styles['title']}>
              {what}
            </p>
            <WhySheet {...explanation} />
          </div>
        </Popover>
      )}
    </>
  );
}

/** The explanation without its button, for an inspector that has the room. */
export function WhySheet(explanation: Explanation) {
  const { rule, inputs, arithmetic, rows, source, wouldChange } = explanation;
  return (
    <>
      <div className={styles['rule']}>{rule}</div>
      <dl className={styles['parts']}>
        {inputs !== undefined && inputs.length > 0 && (
          <Part name="From">
            <span className={styles['inputs']}>
              {inputs.flatMap((input) => [
                <span key={`${input.name} name`}>{input.name}</span>,
                <span key={`${input.name} value`}>{input.value}</span>,
              ])}
            </span>
          </Part>
        )}
        {arithmetic !== undefined && (
          <Part name="Arithmetic">
            <span className={styles['arithmetic']}>{arithmetic}</span>
          </Part>
        )}
        {rows !== undefined && <Part name="Rows">{rows}</Part>}
        {source !== undefined && (
          <Part name="Source">
            <span className={styles['source']}>{source}</span>
          </Part>
        )}
        {wouldChange !== undefined && <Part name="What would change it">{wouldChange}</Part>}
      </dl>
    </>
  );
}

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
