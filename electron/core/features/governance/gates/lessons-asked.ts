import type { Store } from '#core/database/store.ts';
import type { GateLessons } from '#shared/rules/governance/evidence/known-gates.ts';
import { handedUp } from './handed-up.ts';
import { keptGates } from './kept.ts';
import type { Subject } from './load.ts';

/** What lessons are held against, of a release as it stood at an instant in milliseconds. */
export type LessonsSubject = {
  id: string;
  at: number;
  serviceIds: readonly string[];
  /** Those that are open. */
  risks: readonly { title: string; category: string }[];
  dataMigration: boolean;
};

/** Where the lessons of several releases stand, by the release: a fixed number of queries for all. */
export type LessonsOf = (
  store: Store,
  asked: readonly LessonsSubject[],
) => ReadonlyMap<string, GateLessons>;

/** Asked only for releases with such a gate that is still judged; the others never pay for it. */
export function lessonsAsked(
  store: Store,
  subjects: readonly Subject[],
  atOf: (subject: Subject) => number,
): (releaseId: string) => GateLessons | null {
  const asked = subjects.filter(hasOpenGate).map((subject) => askedOf(subject, atOf(subject)));
  if (asked.length === 0) return () => null;
  const found = handedUp().lessonsOf(store, asked);
  return (releaseId) => found.get(releaseId) ?? null;
}

function hasOpenGate(subject: Subject): boolean {
  const own = subject.gates.filter(({ check }) => check === 'lessons-heeded');
  if (own.length === 0) return false;
  const kept = keptGates(subject);
  return own.some(({ id }) => !kept.has(id));
}

function askedOf({ release, components, risks }: Subject, at: number): LessonsSubject {
  return {
    ...{ id: release.id, at, dataMigration: release.dataMigration },
    serviceIds: [...new Set(components.map(({ serviceId }) => serviceId))],
    risks: risks.filter(({ state }) => state === 'open'),
  };
}
