import type { PathPlace, StepStanding } from '#shared/model/delivery/paths.ts';
import type { StatusKind } from '../../../app/theme/tokens.ts';

/** How a step is drawn; its word stands beside. */
export const stepLook: Readonly<Record<StepStanding, StatusKind>> = {
  passed: 'passed',
  failed: 'failed',
  running: 'running',
  ahead: 'waiting',
  unknown: 'out-of-date',
};

export const buildWords: Readonly<Record<StepStanding, string>> = {
  passed: 'Built',
  failed: 'Failed',
  running: 'Building',
  ahead: 'Ahead',
  unknown: 'Not known',
};

export const artefactWords: Readonly<Record<StepStanding, string>> = {
  ...buildWords,
  passed: 'Published',
  failed: 'Amiss',
};

export const placeWords: Readonly<Record<StepStanding, string>> = {
  ...buildWords,
  passed: 'There',
  failed: 'Not there',
  running: 'Under way',
  ahead: 'Planned',
};

/** Every environment any component has been to or goes to, in the order of the workspace. */
export function placesIn(
  components: readonly { places: readonly PathPlace[] }[],
  environments: readonly { id: string }[],
): { id: string; name: string }[] {
  const named = new Map(
    components.flatMap(({ places }) =>
      places.map(({ environmentId, environment }) => [environmentId, environment] as const),
    ),
  );
  return environments.flatMap(({ id }) => {
    const name = named.get(id);
    return name === undefined ? [] : [{ id, name }];
  });
}
