import type { MetricResult } from '#shared/model/delivery/monitoring.ts';
import { formatRange } from '#shared/rules/planning/zoned-time.ts';
import { Status } from '../../../../components/Status.tsx';
import { When } from '../../../../components/When.tsx';
import { numberText } from '../../../../components/number-text.ts';
import type { ReleasePage } from '../../../planning/releases/index.ts';
import styles from '../monitoring.module.css';
import { askedThen, verdictLooks } from './check-words.ts';

/** What a check found once, with what was asked then. */
export function ResultItem({ result, page }: { result: MetricResult; page: ReleasePage }) {
  const { zone, now, names, release } = page;
  const { verdict, reason, askedAt, askedById, fromAt, toAt, warnings } = result;
  const deployment = release.deployments.find(({ id }) => id === result.deploymentId);
  const counts = `${numberText(result.samples)} values, ${numberText(result.series)} series, one each ${result.stepSeconds} s`;
  return (
    <li className={styles['result']}>
      <div className={styles['resultHead']}>
        <Status {...verdictLooks[verdict]} variant="plain" />
        <When at={askedAt} zone={zone} now={now} />
      </div>
      <p>
        <bdi>{reason}</bdi>
      </p>
      <p className={styles['quiet']}>
        {`${askedThen(result)}, ${formatRange(fromAt, toAt, zone, now)}`}
        {deployment !== undefined && `, the end of ${names.environment(deployment.environmentId)}`}
        {` · ${counts} · ${names.person(askedById)}`}
      </p>
      {warnings.map((warning) => (
        <p key={warning} className={styles['quiet']}>
          Warned: <bdi>{warning}</bdi>
        </p>
      ))}
    </li>
  );
}
