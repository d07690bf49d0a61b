import type { PlacementRule, PlacementSeverity } from '#shared/model/planning/placement.ts';
import type { Clash, Ground, Judged, Placed, WindowOccurrence } from './ground.ts';
import { appliesTo, scopeInWords } from './scope.ts';
import { spanInWords } from './times.ts';

type Held = { key: PlacementRule; severity: PlacementSeverity; called: string; rule: string };

/** Kinds of windows that say something about each deployment in them. */
const held: Partial<Record<WindowOccurrence['kind'], Held>> = {
  'hard-freeze': {
    key: 'hard-freeze',
    severity: 'blocked',
    called: 'hard freeze',
    rule: 'Nothing is deployed while a hard freeze is on.',
  },
  'soft-freeze': {
    key: 'soft-freeze',
    severity: 'needs-exception',
    called: 'soft freeze',
    rule: 'While a soft freeze is on, a deployment needs an exception by a second person.',
  },
  peak: {
    key: 'peak',
    severity: 'warning',
    called: 'peak period',
    rule: 'In a peak period more people are hit by what goes wrong.',
  },
  holiday: {
    key: 'public-holiday',
    severity: 'warning',
    called: 'public holiday',
    rule: 'On a public holiday fewer people are there to help.',
  },
};

/** The freezes, peak periods and holidays each deployment would lie in. */
export function inWindows(
  placed: readonly Placed[],
  judged: Judged,
  { occurrences }: Pick<Ground, 'occurrences'>,
): Clash[] {
  return placed.flatMap((deployment) =>
    occurrences(deployment).flatMap((window): Clash[] => {
      const what = held[window.kind];
      if (what === undefined || !appliesTo(window, deployment, judged.serviceIds)) return [];
      return [clashWith(window, what, deployment, judged)];
    }),
  );
}

function clashWith(
  window: WindowOccurrence,
  what: Held,
  deployment: Placed,
  judged: Judged,
): Clash {
  const { key, severity, called, rule } = what;
  const { windowId, name, from, to, zone } = window;
  return {
    ...{ key, severity, zone },
    subject: { kind: 'window', id: windowId, name },
    places: [deployment.environment],
    times: { from, to },
    words: (now) => {
      const scope = scopeInWords(window, judged.names);
      return {
        what: `${name} (${called}; ${scope}) is on ${spanInWords(window, zone, now)}.`,
        ...{ scope, rule, override: overrideOf(window, judged), arithmetic: null },
      };
    },
  };
}

function overrideOf({ kind, authorityId }: WindowOccurrence, { release, names }: Judged): string {
  if (kind === 'soft-freeze') return 'A second person can grant an exception.';
  if (kind !== 'hard-freeze') return 'It stops nothing, and needs no exception.';
  if (authorityId === null) {
    return 'Nobody can: the freeze names no authority for emergency exceptions.';
  }
  const who = names.person(authorityId);
  return release.type === 'emergency'
    ? `Only ${who}, the authority named on the freeze, can grant an emergency exception.`
    : `Nobody can for this release: ${who}, the authority named on the freeze, grants emergency releases alone an exception.`;
}

/** Whether one of these clashes is a freeze: it raises the risk of what lies in it. */
export function freezesOf(clashes: readonly Clash[]): Clash[] {
  return clashes.filter(({ key }) => key === 'hard-freeze' || key === 'soft-freeze');
}
