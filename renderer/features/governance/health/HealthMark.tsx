import type { ExecutionHealth } from '#shared/model/governance/health.ts';
import { Status } from '../../../components/Status.tsx';
import { Why } from '../../../components/Why.tsx';
import { HealthReasons } from './HealthReasons.tsx';
import { healthLook } from './health-words.ts';
import styles from './health.module.css';

type HealthMarkProps = {
  /** Undefined until it is read, and for a release that is closed. */
  health: ExecutionHealth | undefined;
  /** Of the release. */
  name: string;
};

/** How the work goes, beside the risk of the change and never mixed with it. */
export function HealthMark({ health, name }: HealthMarkProps) {
  if (health === undefined) return null;
  const { kind, word } = healthLook[health.state];
  return (
    <span className={styles['mark']}>
      <Status kind={kind} variant="icon" label={word} />
      <Why
        label={word}
        what={`Execution health of ${name}`}
        rule="At risk where something failed or a start was missed; needs attention where something is overdue or on hold; otherwise on track. Change risk is not counted."
        arithmetic={counted(health)}
        rows={health.reasons.length > 0 && <HealthReasons health={health} />}
        wouldChange={
          health.reasons.length > 0
            ? 'Settling each of its reasons.'
            : 'Anything overdue, failed or on hold.'
        }
      />
    </span>
  );
}

function counted({ reasons }: ExecutionHealth): string {
  const atRisk = reasons.filter(({ state }) => state === 'at-risk').length;
  return `${atRisk} failed or missed, ${reasons.length - atRisk} overdue or on hold`;
}
