import type { ReadPolicy } from './read-policy.ts';

type Found = { path: readonly (string | number)[]; message: string };

/** Limits of monitoring where nothing of it is looked at: told while people write the policy. */
export function checkMonitoring({ gates }: ReadPolicy): Found[] {
  return gates.flatMap(({ key, check, limits: { monitoring } }): Found[] => {
    const at = (message: string, ...field: string[]) => [
      { path: ['gates', key, 'limits', 'monitoring', ...field], message },
    ];
    if (monitoring === undefined) return [];
    if (check !== 'monitoring') {
      return at(
        `“${key}” looks at something else (${check}), so monitoring limits nothing; take it out or make it a monitoring gate.`,
      );
    }
    const asks = monitoring.asks ?? ['metrics', 'alerts'];
    if (!asks.includes('metrics') && monitoring.maxAgeMinutes !== undefined) {
      return at(
        `“${key}” asks no metrics, so maxAgeMinutes limits nothing; take it out or add metrics to asks.`,
        'maxAgeMinutes',
      );
    }
    const ofAlerts = (['watchMinutes', 'gapMinutes'] as const).find(
      (field) => monitoring[field] !== undefined,
    );
    if (asks.includes('alerts') || ofAlerts === undefined) return [];
    return at(
      `“${key}” asks no alerts, so ${ofAlerts} limits nothing; take it out or add alerts to asks.`,
      ofAlerts,
    );
  });
}
