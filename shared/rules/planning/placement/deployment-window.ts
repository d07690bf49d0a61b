import type { Clash, DeploymentWindow, Ground, Judged, Placed } from './ground.ts';
import { isInside } from './intervals.ts';
import { appliesTo, scopeInWords } from './scope.ts';
import { momentInWords, spanInWords } from './times.ts';

const monthMs = 31 * 86_400_000;

/**
 * Deployments that lie in no deployment window though there are some for them. Windows that touch
 * or overlap count as one; where none applies at all, anything goes.
 */
export function outsideWindows(
  placed: readonly Placed[],
  judged: Judged,
  { occurrences, deploymentWindows }: Pick<Ground, 'occurrences' | 'deploymentWindows'>,
  now: number,
): Clash[] {
  return placed.flatMap((deployment): Clash[] => {
    const window = deploymentWindows.find(
      (each) => each.until > now && appliesTo(each, deployment, judged.serviceIds),
    );
    if (window === undefined) return [];
    const open = (from: number, to: number) =>
      occurrences({ from, to }).filter(
        (each) => each.kind === 'deployment' && appliesTo(each, deployment, judged.serviceIds),
      );
    if (isInside(deployment, open(deployment.from, deployment.to))) return [];
    return [
      clashOf(deployment, window, judged, () => open(deployment.to, deployment.to + monthMs)),
    ];
  });
}

function clashOf(
  deployment: Placed,
  window: DeploymentWindow,
  { names }: Judged,
  later: () => ReturnType<Ground['occurrences']>,
): Clash {
  const { environment, zone } = deployment;
  return {
    key: 'outside-window',
    severity: 'needs-exception',
    subject: { kind: 'window', id: window.windowId, name: window.name },
    places: [environment],
    times: null,
    zone,
    words: (now) => {
      const next = later().find(({ from, to }) => to - from >= deployment.to - deployment.from);
      const when =
        next === undefined
          ? 'None comes within a month.'
          : `The next one, ${next.name}, opens ${momentInWords(next.from, zone, now)}.`;
      return {
        what: `The deployment to ${environment} (${spanInWords(deployment, zone, now)}) does not lie wholly in a deployment window. ${when}`,
        scope: scopeInWords(window, names),
        rule: 'Where there are deployment windows, a deployment lies wholly in them.',
        override: 'A second person can grant an exception.',
        arithmetic: null,
      };
    },
  };
}
