import type {
  BuiltFrom,
  EvidenceRecord,
  EvidenceStanding,
} from '#shared/model/governance/evidence.ts';
import type { GateLimits } from '#shared/model/governance/gate-terms.ts';
import { formatWhen } from '../../planning/zoned-time.ts';

/** What rules look at of a piece of evidence. */
export type EvidenceEntry = Pick<
  EvidenceRecord,
  | 'id'
  | 'gateId'
  | 'kind'
  | 'title'
  | 'source'
  | 'note'
  | 'url'
  | 'digest'
  | 'summary'
  | 'detailHash'
  | 'builtFrom'
  | 'controlKeys'
  | 'collectedAt'
  | 'addedAt'
  | 'expiresAt'
> & { withdrawn: boolean };

/** What evidence is held against. */
export type EvidenceGround = {
  /** The components as they are now. */
  components: readonly BuiltFrom[];
  serviceNames: ReadonlyMap<string, string>;
  now: string;
  zone: string;
};

const dayMs = 86_400_000;

/**
 * Those that count: not withdrawn, and of each title the one that was made last. A second report of
 * another title adds to the first, since tests run in parts; the same title is the next run.
 */
export function countingEvidence<E extends EvidenceEntry>(entries: readonly E[]): E[] {
  const newest = new Map<string, E>();
  for (const entry of entries) {
    if (entry.withdrawn) continue;
    const key = `${entry.summary?.kind ?? entry.kind} ${entry.title.toLowerCase()}`;
    const known = newest.get(key);
    if (known === undefined || isLater(entry, known)) newest.set(key, entry);
  }
  return [...newest.values()].toSorted((a, b) => a.title.localeCompare(b.title, 'en'));
}

function isLater(a: EvidenceEntry, b: EvidenceEntry): boolean {
  if (a.collectedAt !== b.collectedAt) return a.collectedAt > b.collectedAt;
  return a.addedAt === b.addedAt ? a.id > b.id : a.addedAt > b.addedAt;
}

/** Why a piece of evidence says nothing of now, as part of a line; null while it does. */
export function staleness(
  { summary, collectedAt, expiresAt, builtFrom }: EvidenceEntry,
  { components, serviceNames, now, zone }: EvidenceGround,
  { maxAgeDays }: Pick<GateLimits, 'maxAgeDays'> = {},
): string | null {
  if (expiresAt !== null && expiresAt <= now) return `expired ${formatWhen(expiresAt, zone, now)}`;
  const days = Math.floor((Date.parse(now) - Date.parse(collectedAt)) / dayMs);
  if (maxAgeDays !== undefined && Date.parse(now) - Date.parse(collectedAt) > maxAgeDays * dayMs) {
    return `${days} days old, limit ${maxAgeDays}`;
  }
  // A file or words speak of whatever their reader takes them for; a report was made of something.
  if (summary === null) return null;
  return changedComponents(builtFrom, components, serviceNames);
}

function changedComponents(
  then: readonly BuiltFrom[],
  now: readonly BuiltFrom[],
  names: ReadonlyMap<string, string>,
): string | null {
  const before = new Set(then.map(textOf));
  const after = new Set(now.map(textOf));
  const gone = then.find((component) => !after.has(textOf(component)));
  const come = now.find((component) => !before.has(textOf(component)));
  const service = (come ?? gone)?.serviceId;
  if (service === undefined) return null;
  const name = names.get(service) ?? 'a component';
  const was = then.find(({ serviceId }) => serviceId === service);
  const is = now.find(({ serviceId }) => serviceId === service);
  if (was === undefined) return `made before ${name} ${shown(is)} was part of the release`;
  if (is === undefined) return `made while ${name} ${shown(was)} was part of the release`;
  return `made of ${name} ${shown(was)}, which is ${shown(is)} now`;
}

function textOf({ serviceId, version, commit }: BuiltFrom): string {
  return JSON.stringify([serviceId, version, commit]);
}

function shown(component: BuiltFrom | undefined): string {
  if (component === undefined) return '';
  const { version, commit } = component;
  return commit === null ? version : `${version} (${commit.slice(0, 7)})`;
}

/** Where a piece of evidence stands among the others of its gate. */
export function standingOf(
  entry: EvidenceEntry,
  counting: readonly EvidenceEntry[],
  ground: EvidenceGround,
  limits: GateLimits,
): { standing: EvidenceStanding; why: string } {
  if (entry.withdrawn) return { standing: 'withdrawn', why: '' };
  if (!counting.some(({ id }) => id === entry.id)) return { standing: 'replaced', why: '' };
  const why = staleness(entry, ground, limits);
  if (why !== null) return { standing: 'out-of-date', why };
  return { standing: entry.summary === null ? 'kept' : 'counts', why: '' };
}
