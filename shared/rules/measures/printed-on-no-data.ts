import type { MeasureKey } from '#shared/model/measures/terms.ts';
import type { Ledger } from './ledger.ts';

/** fourkeys turns nothing into 0 and then looks for the bucket of 0, or of NULL. */
const fourkeysPrints: Partial<Record<MeasureKey, string>> = {
  leadTimeForChanges: '0, One day',
  deploymentFrequency: 'Yearly',
  changeFailureRate: '0, 0-15%',
  timeToRestore: 'One year',
};

const devlakeAsks: Partial<Record<MeasureKey, string>> = {
  leadTimeForChanges: 'N/A: asks whether deployments and pull requests were collected',
  failedDeploymentRecoveryTime: 'N/A: asks whether incidents were collected',
  timeToRestore: 'N/A: asks whether incidents were collected',
};

/**
 * What the other tool would print where there is no value: shown beside our “no data”, so that
 * nobody takes it for a result. Null where it prints nothing or we do not know.
 */
export function printedOnNoData(key: MeasureKey, ledger: Ledger): string | null {
  switch (ledger.settings.lens) {
    case 'fourkeys':
      return fourkeysPrints[key] ?? null;
    case 'devlake':
      return devlakePrints(key, ledger);
    default:
      return null;
  }
}

function devlakePrints(key: MeasureKey, { live, incidents }: Ledger): string | null {
  if (key === 'deploymentFrequency') {
    return live.length > 0
      ? '0 days a week; 2023 low, 2021 low'
      : 'N/A: asks whether deployments were collected';
  }
  if (key === 'changeFailureRate') {
    return incidents.length > 0
      ? 'N/A: asks whether deployments were collected'
      : 'N/A: asks whether deployments and incidents were collected';
  }
  return devlakeAsks[key] ?? null;
}
