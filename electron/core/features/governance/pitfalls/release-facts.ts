import { z } from 'zod';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { iso, toMs } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Rehearsal } from '#shared/model/planning/rollback.ts';
import { dayMs } from '#shared/rules/governance/pitfalls/finding.ts';
import type { LastUpdate } from '#shared/rules/governance/pitfalls/no-update.ts';
import type { RehearsedRelease } from '#shared/rules/governance/pitfalls/not-rehearsed.ts';
import type {
  FrozenScope,
  ScopeEntry,
} from '#shared/rules/governance/pitfalls/scope-after-freeze.ts';
import { resultOnPlan } from '#shared/rules/planning/rehearsals.ts';
import { dateIn, plusDays, toInstant } from '#shared/rules/planning/zoned-time.ts';

/** Freezes of before say how it was once. */
const freezeDays = 90;

/** The newest entry of each open release, found at the end of its stretch of the index. */
export function lastUpdates(store: Store): LastUpdate[] {
  return store.raw
    .prepare<[], LastUpdate>(
      `SELECT r.id AS releaseId, r.name, COALESCE(
                (SELECT j.at FROM change_journal j
                 WHERE j.release_id = r.id AND j.command <> 'policies.publish'
                 ORDER BY j.hlc DESC LIMIT 1), r.created_at) AS at
       FROM release r WHERE r.deleted_hlc IS NULL AND r.phase <> 'closed' ORDER BY r.number`,
    )
    .all();
}

type Start = { releaseId: string; name: string; startAt: number };
type Plan = { releaseId: string; steps: string; rehearsedOn: string | null };
type Held = Pick<Rehearsal, 'id' | 'kind' | 'rehearsedOn' | 'result'> & { releaseId: string };

export function rehearsedReleases(store: Store, days: number, now: number): RehearsedRelease[] {
  const { zone } = readWorkspace(store);
  const starts = store.raw
    .prepare<[number, number], Start>(
      `SELECT r.id AS releaseId, r.name, COALESCE(
                MIN(CASE WHEN e.kind = 'production' THEN d.start_at END),
                MIN(d.start_at)) AS startAt
       FROM deployment d JOIN release r ON r.id = d.release_id AND r.deleted_hlc IS NULL
       JOIN environment e ON e.id = d.environment_id
       WHERE d.deleted_hlc IS NULL AND r.outcome IS NOT 'cancelled'
       GROUP BY r.id HAVING startAt BETWEEN ? AND ? ORDER BY r.number`,
    )
    .all(now - days * dayMs, now + days * dayMs);
  const ids = JSON.stringify(starts.map(({ releaseId }) => releaseId));
  const plans = store.raw
    .prepare<[string], Plan>(
      `SELECT release_id AS releaseId, steps, rehearsed_on AS rehearsedOn FROM rollback_plan
       WHERE release_id IN (SELECT value FROM json_each(?)) AND deleted_hlc IS NULL`,
    )
    .all(ids);
  const held = store.raw
    .prepare<[string], Held>(
      `SELECT id, release_id AS releaseId, kind, rehearsed_on AS rehearsedOn, result FROM rehearsal
       WHERE release_id IN (SELECT value FROM json_each(?)) AND deleted_hlc IS NULL`,
    )
    .all(ids);
  const planOf = new Map(plans.map((plan) => [plan.releaseId, plan]));
  const heldOf = Map.groupBy(held, ({ releaseId }) => releaseId);
  return starts.map((start) => {
    const { steps = '', rehearsedOn = null } = planOf.get(start.releaseId) ?? {};
    return {
      ...{ ...start, rehearsedOn, hasPlan: steps.trim() !== '' },
      startOn: dateIn(iso(start.startAt), zone),
      result: resultOnPlan({ rehearsedOn }, heldOf.get(start.releaseId) ?? []),
    };
  });
}

/** Releases past their scope freeze, and the moment from which a change comes after it. */
export function frozenScopes(store: Store, now: number): FrozenScope[] {
  const { zone } = readWorkspace(store);
  const today = dateIn(iso(now), zone);
  const rows = store.raw
    .prepare<[string, string], { releaseId: string; name: string; on: string }>(
      `SELECT r.id AS releaseId, r.name, t.start_on AS "on"
       FROM task t JOIN release r ON r.id = t.release_id AND r.deleted_hlc IS NULL
       WHERE t.mark = 'scope-freeze' AND t.deleted_hlc IS NULL AND r.outcome IS NOT 'cancelled'
         AND t.start_on >= ? AND t.start_on < ? ORDER BY r.number`,
    )
    .all(plusDays(today, -freezeDays), today);
  const moments = new Map<string, number>();
  return rows.map(({ releaseId, name, on }) => {
    const known = moments.get(on);
    const day = { date: plusDays(on, 1), time: '00:00', zone };
    const frozenFrom = known ?? toMs(toInstant(day).instant);
    moments.set(on, frozenFrom);
    return { releaseId, name, frozenFrom };
  });
}

const fieldsText = z.record(z.string(), z.array(z.unknown()));

export function scopeEntries(store: Store, frozen: readonly FrozenScope[]): ScopeEntry[] {
  const earliest = Math.min(...frozen.map(({ frozenFrom }) => frozenFrom));
  if (frozen.length === 0) return [];
  return store.raw
    .prepare<[string, number], Omit<ScopeEntry, 'fields'> & { text: string }>(
      `SELECT release_id AS releaseId, at, command_id AS commandId, command, op,
              fields_json AS text
       FROM change_journal
       WHERE release_id IN (SELECT value FROM json_each(?)) AND entity = 'scope_item' AND at >= ?
       ORDER BY hlc`,
    )
    .all(JSON.stringify(frozen.map(({ releaseId }) => releaseId)), earliest)
    .map(({ text, ...entry }) => ({ ...entry, fields: fieldsText.parse(JSON.parse(text)) }));
}
