import type {
  ImportedFrom,
  MatrixCell,
  MatrixEnvironment,
  MatrixRow,
  ShownFact,
} from '#shared/model/delivery/matrix.ts';
import type { EnvironmentKind } from '#shared/model/workspace/services.ts';
import { aheadOf, driftOf } from './environment-drift.ts';
import type { StagingFacts } from './environment-drift.ts';
import { cellKey } from './recorded-events.ts';
import { isSameVersion } from './same-build.ts';

/**
 * What runs where, from facts of any source.
 *
 * - What a deployment does to a cell: `recordedEvents`, `importedEvents`; what a roll-out shows:
 *   `seenEvents`. What a recorded deployment brought: `broughtAt`.
 * - Of the facts of a cell the newest until `at` holds, whichever source it is of.
 * - A deployment of what stands there already leaves `since` and the deployment as they are, and
 *   says that it is still so: `asOf`.
 * - As of a past moment the same rules see only what had happened by then. They see it as it is
 *   known now: what was recorded late counts from when it happened.
 * - What drifts: `driftOf`.
 */
export type MatrixFacts = {
  environments: readonly MatrixEnvironment[];
  /** In any order, none after `at`. */
  facts: readonly ShownFact[];
  underWay: readonly UnderWay[];
  at: string;
  oldAfterDays: number;
  nameOf: (releaseId: string) => string;
};

export type UnderWay = {
  serviceId: string;
  environmentId: string;
  deploymentId: string | null;
  imported: ImportedFrom | null;
  releaseId: string | null;
  version: string;
  startedAt: string;
};

/** A workspace keeps nothing while it goes by this. */
export const usualOldAfterDays = 30;

/** The cell of a service and an environment; null where nothing is known. */
export function cellsOf(
  known: MatrixFacts,
): (serviceId: string, environmentId: string) => MatrixCell | null {
  const { environments, at, oldAfterDays, nameOf } = known;
  const facts = Map.groupBy(inOrder(known.facts), (each) =>
    cellKey(each.serviceId, each.environmentId),
  );
  const underWay = new Map(
    known.underWay.map((each) => [cellKey(each.serviceId, each.environmentId), each]),
  );
  const kinds = new Map(environments.map(({ id, kind }) => [id, kind]));
  const stagings = environments.filter(({ kind }) => kind === 'staging');
  return (serviceId, environmentId) => {
    const key = cellKey(serviceId, environmentId);
    const running = underWay.get(key);
    const stands = standingOf(facts.get(key) ?? []);
    if (stands === null && running === undefined) return null;
    const { version = null } = stands ?? {};
    const staging = stagings.map(({ id, name }) => {
      const own = facts.get(cellKey(serviceId, id)) ?? [];
      return { id, name, facts: own };
    });
    const isProduction = kinds.get(environmentId) === 'production';
    const there = stands === null || version === null ? null : { ...stands, version };
    return {
      stands:
        there === null
          ? null
          : { ...there, release: there.releaseId === null ? null : nameOf(there.releaseId) },
      drift:
        there === null
          ? []
          : driftOf({ stands: there, isProduction, staging, at, oldAfterDays, nameOf }),
      ahead: there === null || !isProduction ? null : aheadOf(there, staging.map(standingThere)),
      underWay:
        running === undefined
          ? null
          : {
              ...placeless(running),
              release: running.releaseId === null ? null : nameOf(running.releaseId),
            },
    };
  };
}

/** What stands in a cell by its facts, oldest first; null for nothing. */
export function standingOf(facts: readonly ShownFact[]): ShownFact | null {
  const [first, ...others] = facts;
  if (first === undefined) return null;
  const stands = others.reduce(followedBy, first);
  return stands.version === null ? null : stands;
}

function followedBy(stands: ShownFact, fact: ShownFact): ShownFact {
  if (fact.how !== 'deployed' || !isSameVersion(stands, fact)) return fact;
  return { ...stands, commit: stands.commit ?? fact.commit, asOf: fact.asOf };
}

type Service = Pick<MatrixRow, 'id' | 'name' | 'criticality' | 'teamId' | 'team'>;

/** Which rows and columns are asked for; what is absent narrows nothing. */
export type MatrixFilter = {
  serviceIds?: readonly string[] | undefined;
  teamIds?: readonly string[] | undefined;
  kinds?: readonly EnvironmentKind[] | undefined;
};

/**
 * The environments and services that are asked for, with their cells. Environments that are left out
 * still count for what the others drift from.
 */
export function matrixOf(
  known: MatrixFacts,
  services: readonly Service[],
  { serviceIds, teamIds, kinds }: MatrixFilter,
): { environments: MatrixEnvironment[]; rows: MatrixRow[] } {
  const cellOf = cellsOf(known);
  const environments = known.environments.filter(({ kind }) => kinds?.includes(kind) ?? true);
  const wanted = services.filter(
    ({ id, teamId }) =>
      (serviceIds?.includes(id) ?? true) &&
      (teamIds === undefined || (teamId !== null && teamIds.includes(teamId))),
  );
  const rows = wanted.map((service) => {
    const cells = environments.map(({ id }) => cellOf(service.id, id));
    const drifting = cells.filter((cell) => cell !== null && cell.drift.length > 0).length;
    return { ...service, cells, drifting };
  });
  return { environments, rows };
}

function standingThere({ id, name, facts }: StagingFacts) {
  return { id, name, stands: standingOf(facts) };
}

function placeless({ deploymentId, imported, releaseId, version, startedAt }: UnderWay) {
  return { deploymentId, imported, releaseId, version, startedAt };
}

function inOrder(facts: readonly ShownFact[]): ShownFact[] {
  return facts.toSorted((one, other) =>
    one.since === other.since ? 0 : one.since < other.since ? -1 : 1,
  );
}
