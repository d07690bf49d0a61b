import type { Input } from '#shared/contract/index.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { SkeletonText } from '../../../components/Skeleton.tsx';
import { Impact } from './Impact.tsx';
import { OccurrenceRows } from './OccurrenceRows.tsx';
import styles from './windows.module.css';

type DraftPreviewProps = {
  draft: NonNullable<Input<'windows.impact'>['window']>;
  windowId: string | undefined;
  now: string;
};

/** What a window would be as it is typed: its next ten occurrences, and what it hits. */
export function DraftPreview({ draft, windowId, now }: DraftPreviewProps) {
  const { zone, startWall, endWall, recurrence } = draft;
  const times = { zone, startWall, endWall, recurrence };
  const next = useProcedure('windows.occurrences', { window: times }, { keepPrevious: true });
  const impact = useProcedure(
    'windows.impact',
    { window: draft, windowId },
    { keepPrevious: true },
  );
  const refused = next.error?.error ?? null;
  return (
    <aside className={styles['preview']} aria-label="Preview">
      <h2 className="visually-hidden">Preview</h2>
      {refused === null ? (
        <>
          <section aria-label="What it would hit">
            <h3 className={styles['previewTitle']}>What it would hit</h3>
            <Impact
              impact={impact.isError ? undefined : impact.data}
              error={impact.error?.error ?? null}
              onRetry={() => void impact.refetch()}
              now={now}
              compares={windowId !== undefined}
            />
          </section>
          <section aria-label="Next ten occurrences">
            <h3 className={styles['previewTitle']}>Next ten occurrences</h3>
            {next.data === undefined ? (
              <SkeletonText lines={5} what="the occurrences" />
            ) : (
              <OccurrenceRows occurrences={next.data} now={now} />
            )}
          </section>
        </>
      ) : (
        <ErrorPanel what="It cannot be kept so" why={sentence(refused)} />
      )}
    </aside>
  );
}

/** What the contract refuses is told field by field; what the rules refuse is a sentence of its own. */
function sentence({ message, fields = {} }: { message: string; fields?: Record<string, string> }) {
  const times = Object.keys(fields).some((path) => path.startsWith('window'));
  return times ? 'A date, a time or the zone is missing or does not exist.' : message;
}
