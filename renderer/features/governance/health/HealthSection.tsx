import { Empty } from '../../../components/Empty.tsx';
import { Section } from '../../../components/Section.tsx';
import { Status } from '../../../components/Status.tsx';
import type { ReleasePage } from '../../planning/releases/index.ts';
import { HealthReasons } from './HealthReasons.tsx';
import { healthLook } from './health-words.ts';
import { useHealth } from './use-health.ts';

/** How the work on the release goes, with each reason; nothing for one that is closed. */
export function HealthSection({ page }: { page: ReleasePage }) {
  const { id, phase } = page.release;
  const health = useHealth(phase === 'closed' ? [] : [id]).get(id);
  if (health === undefined) return null;
  const { kind, word } = healthLook[health.state];
  return (
    <Section title="Execution health" actions={<Status kind={kind} label={word} />}>
      {health.reasons.length === 0 ? (
        <Empty small text="Nothing is overdue, failed or on hold." />
      ) : (
        <HealthReasons health={health} />
      )}
    </Section>
  );
}
