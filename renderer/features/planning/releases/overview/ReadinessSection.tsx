import type { GateView } from '#shared/model/governance/gates.ts';
import { errorParts } from '../../../../api/error-parts.ts';
import { useProcedure } from '../../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../../components/ErrorPanel.tsx';
import { HashText } from '../../../../components/HashText.tsx';
import { Panel } from '../../../../components/Panel.tsx';
import { ReadinessRing } from '../../../../components/ReadinessRing.tsx';
import { Section } from '../../../../components/Section.tsx';
import { Status } from '../../../../components/Status.tsx';
import type { ReleasePage } from '../release-page.ts';
import { releaseHref } from '../release-tabs.ts';
import { standingOf } from '../standing-words.ts';
import styles from './overview.module.css';

/** More than these are read on the gates tab. */
const most = 5;

/** How many gates are through, and what stands in the way, first thing first. */
export function ReadinessSection({ page }: { page: ReleasePage }) {
  const { release } = page;
  const list = useProcedure('gates.list', { releaseId: release.id });
  const gates = list.data ?? [];
  const { readiness } = release;
  if (readiness === null) return <Ended page={page} />;
  if (list.isError && list.data === undefined) {
    return (
      <Section title="Readiness">
        <ErrorPanel
          {...errorParts('The gates could not be read', list.error)}
          onRetry={() => void list.refetch()}
        />
      </Section>
    );
  }
  const open = inTheWay(gates, readiness.firstInTheWay?.gateId);
  const left = readiness.total - readiness.passed;
  return (
    <Section title="Readiness" note={readinessNote(left, gates)}>
      <Panel padded>
        <div className={styles['readiness']}>
          <ReadinessRing
            passed={readiness.passed}
            of={readiness.total}
            tone={readiness.worst}
            size={64}
          />
          {left === 0 ? (
            <p>Nothing stands in the way.</p>
          ) : (
            <ol className={styles['way']} aria-label="In the way">
              {open.slice(0, most).map((gate) => (
                <li key={gate.id}>
                  <Status kind={gate.status} variant="icon" />
                  <a href={releaseHref(release.id, 'gates', gate.id)}>{gate.name}</a>
                  <span className={styles['summary']} title={gate.summary}>
                    <HashText text={gate.summary} />
                  </span>
                </li>
              ))}
              {open.length > most && (
                <li className={styles['more']}>
                  <a href={releaseHref(release.id, 'gates')}>and {open.length - most} more</a>
                </li>
              )}
            </ol>
          )}
        </div>
      </Panel>
    </Section>
  );
}

function Ended({ page }: { page: ReleasePage }) {
  const { kind, word, note } = standingOf(page.release);
  return (
    <Section title="Outcome">
      <Panel padded>
        <Status kind={kind} label={note === '' ? word : `${word}, ${note}`} />
        <p className={styles['closed']}>
          The release is closed: what was decided and shipped stays as it was.
        </p>
      </Panel>
    </Section>
  );
}

/** What the core names as first stays first; the others follow in the order of the gates. */
function inTheWay(gates: readonly GateView[], firstId: string | undefined): GateView[] {
  const open = gates.filter(({ status }) => status !== 'passed' && status !== 'not-applicable');
  return open.toSorted((a, b) => Number(b.id === firstId) - Number(a.id === firstId));
}

/** `2 gates to go, 1 by exception`: what an exception lets pass is open again once that is over. */
function readinessNote(left: number, gates: readonly GateView[]): string {
  const excepted = gates.filter(({ byException }) => byException !== null).length;
  const words = left === 0 ? 'every gate passed' : gatesLeft(left);
  return excepted === 0 ? words : `${words}, ${excepted} by exception`;
}

function gatesLeft(count: number): string {
  return count === 1 ? '1 gate to go' : `${count} gates to go`;
}
