import { ChevronDown } from 'lucide-react';
import { whenText } from '../../../../components/when-text.ts';
import type { ReleasePage } from '../../../planning/releases/index.ts';
import styles from '../monitoring.module.css';

type MomentChoiceProps = {
  page: ReleasePage;
  /** A deployment, or empty for now. */
  value: string;
  onChoose: (deploymentId: string) => void;
};

/** Up to when checks look back: now, or the end of a deployment that is over. */
export function MomentChoice({ page, value, onChoose }: MomentChoiceProps) {
  const { release, names, now } = page;
  const over = release.deployments.flatMap(({ id, environmentId, actualEndAt, zone }) =>
    actualEndAt === null ? [] : [{ id, environmentId, actualEndAt, zone }],
  );
  if (over.length === 0) return null;
  return (
    <span className={styles['moment']}>
      <select aria-label="Up to" value={value} onChange={(event) => onChoose(event.target.value)}>
        <option value="">up to now</option>
        {over.map(({ id, environmentId, actualEndAt, zone }) => (
          <option key={id} value={id}>
            {`up to the end of ${names.environment(environmentId)}, ${whenText(actualEndAt, zone, now)}`}
          </option>
        ))}
      </select>
      <ChevronDown size={14} aria-hidden />
    </span>
  );
}
