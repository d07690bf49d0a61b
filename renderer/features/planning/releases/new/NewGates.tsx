import { useFormContext, useWatch } from 'react-hook-form';
import { errorParts } from '../../../../api/error-parts.ts';
import { useProcedure } from '../../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../../components/ErrorPanel.tsx';
import { SkeletonRows } from '../../../../components/Skeleton.tsx';
import type { ReleaseDraft } from '../form/draft.ts';
import { phaseWords } from '../phase-words.ts';
import styles from './new.module.css';

/** The gates the release would have as it is typed so far, each with why. */
export function NewGates() {
  const { control } = useFormContext<ReleaseDraft>();
  const [type, templateVersionId, dataMigration, standardChange, components] = useWatch({
    control,
    name: ['type', 'templateVersionId', 'dataMigration', 'standardChange', 'components'],
  });
  const asked = useProcedure(
    'policies.forNew',
    {
      ...{ type, dataMigration, standardChange },
      templateVersionId: templateVersionId === '' ? undefined : templateVersionId,
      serviceIds: components.flatMap(({ serviceId }) => (serviceId === '' ? [] : serviceId)),
    },
    { keepPrevious: true },
  );
  if (asked.isError && asked.data === undefined) {
    return (
      <ErrorPanel
        {...errorParts('The gates could not be read', asked.error)}
        onRetry={() => void asked.refetch()}
      />
    );
  }
  if (asked.data === undefined) return <SkeletonRows what="the gates" />;
  const { gates, policy, band } = asked.data;
  const passing = gates.filter(({ untilPlanned }) => untilPlanned).length;
  return (
    <>
      <h3 className={styles['part']}>
        Gates <span>{gates.length}</span>
      </h3>
      <p className={styles['text']}>
        By the policy <bdi>{policy}</bdi>, at {band} risk.
        {passing > 0 &&
          ` ${passing} of them only until its rollback plan is written: without a way back every risk is high.`}
      </p>
      <ul className={styles['gates']}>
        {gates.map((gate) => (
          <li key={gate.key}>
            <span className={styles['gateName']}>{gate.name}</span>
            <span className={styles['gatePhase']}>{phaseWords[gate.phase]}</span>
            <span className={styles['gateWhy']}>
              {gate.untilPlanned && <em>Until the rollback plan is written. </em>}
              {withoutPolicy(gate.why)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Policy, rule and what it saw stand above and in the gate itself; here the reason is enough. */
function withoutPolicy(why: string): string {
  return why.replace(/^(?:Template|Policy) “.*?”.*?, rule “.*?” \(seen: .*?\)\. /su, '');
}
