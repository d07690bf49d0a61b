import { formatDate } from '#shared/rules/planning/zoned-time.ts';
import { TextInput } from '../../../components/form/TextInput.tsx';
import type { LateScope } from './use-late.ts';
import styles from './scope.module.css';

type ScopeFreezeProps = { late: LateScope; today: string; editable: boolean };

/** Since when the scope is frozen, and why something comes all the same: asked for before it is added. */
export function ScopeFreeze({ late, today, editable }: ScopeFreezeProps) {
  const { freeze } = late;
  if (freeze === undefined || freeze.on === null) return null;
  const day = formatDate(freeze.on, today);
  const count = freeze.late === 1 ? '1 item came late.' : `${freeze.late} items came late.`;
  if (!freeze.frozen) return <p className={styles['binds']}>The scope freezes on {day}.</p>;
  return (
    <div className={styles['freeze']}>
      <p>
        The scope is frozen since {day}. {freeze.late > 0 && count}
      </p>
      {editable && (
        <TextInput
          label="Why it comes now, and who agreed"
          help="What is added after the freeze is counted as late, with this reason."
          width={620}
          value={late.reason}
          onChange={(event) => late.setReason(event.target.value)}
        />
      )}
    </div>
  );
}
