import type { Decision } from '#shared/model/governance/gates.ts';
import type { ScopeChange } from '#shared/model/planning/scope.ts';
import type { FactRow } from './facts.ts';
import { standingDecision } from './places.ts';

type Approving = Pick<Decision, 'id' | 'placeKey' | 'outcome' | 'recordedAt'> & {
  withdrawn: boolean;
};

/**
 * The approvals of one gate that stand, a go or a conditional go for each place. One that was given
 * for earlier facts still stands here: what has changed since is exactly what people want to see.
 */
export function standingApprovals<D extends Approving>(
  decisions: readonly D[],
  places: readonly { key: string }[],
): D[] {
  return places.flatMap(({ key }) => {
    const standing = standingDecision(decisions, key);
    const isApproval = standing?.outcome === 'go' || standing?.outcome === 'conditional-go';
    return standing !== null && isApproval ? [standing] : [];
  });
}

/** The newest record first, as records are made one after another. */
export function byRecord(
  a: { id: string; recordedAt: string },
  b: { id: string; recordedAt: string },
): number {
  return Date.parse(b.recordedAt) - Date.parse(a.recordedAt) || (a.id < b.id ? 1 : -1);
}

/**
 * What became of each item since a decision was given. `before` are the scope facts stored with it,
 * `now` those of the scope as it is, `dropped` the items of the release that were dropped.
 */
export function scopeChanges(
  before: readonly FactRow[],
  now: readonly FactRow[],
  dropped: ReadonlySet<string>,
): ScopeChange[] {
  const earlier = new Map(before.map((row) => [row.key, row]));
  const later = new Set(now.map(({ key }) => key));
  return [
    ...now.flatMap((row) => changeOf(earlier.get(row.key), row)),
    ...before
      .filter(({ key }) => !later.has(key))
      .map(({ key, label, bound }): ScopeChange => {
        const change = dropped.has(key) ? 'dropped' : 'gone';
        return { itemId: key, change, label, from: inWords(bound), to: null };
      }),
  ];
}

function changeOf(before: FactRow | undefined, now: FactRow): ScopeChange[] {
  const { key: itemId, label } = now;
  const to = inWords(now.bound);
  if (before === undefined) return [{ itemId, change: 'added', label, from: null, to }];
  const from = inWords(before.bound);
  if (from !== to) return [{ itemId, change: 'changed', label, from, to }];
  if (before.label === label) return [];
  return [{ itemId, change: 'reworded', label, from: before.label, to: label }];
}

/** `feature, PAY-914` */
function inWords(bound: FactRow['bound']): string {
  return [bound['kind'], bound['ticket']]
    .filter((value) => value !== null && value !== undefined && value !== '')
    .join(', ');
}
