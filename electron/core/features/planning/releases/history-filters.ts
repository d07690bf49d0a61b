import { readChanges } from '#core/database/journal/changes.ts';
import { iso } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Output } from '#shared/contract/index.ts';
import { decisionOutcome } from '#shared/model/governance/gates.ts';
import type { NamedMoment } from '#shared/model/planning/history.ts';

/** What the history of a release can be narrowed to, and the moments worth comparing. */
export function readHistoryFilters(
  store: Store,
  releaseId: string,
): Output<'releases.historyFilters'> {
  const { raw } = store;
  const people = raw
    .prepare<[string], { id: string }>(
      `SELECT DISTINCT actor_id AS id FROM change_journal
       WHERE release_id = ? AND actor_id IS NOT NULL`,
    )
    .all(releaseId);
  const fields = raw
    .prepare<[string], { entity: string; field: string | null }>(
      `SELECT DISTINCT j.entity, f.key AS field FROM change_journal j
       LEFT JOIN json_each(CASE WHEN json_valid(j.fields_json) THEN j.fields_json ELSE '{}' END) f
       WHERE j.release_id = ? ORDER BY 1, 2`,
    )
    .all(releaseId);
  return {
    people: people.map(({ id }) => id),
    entities: [...new Set(fields.map(({ entity }) => entity))],
    fields: fields.flatMap(({ entity, field }) => (field === null ? [] : [{ entity, field }])),
    moments: readMoments(store, releaseId),
  };
}

type Stored = {
  entryId: string;
  at: number;
  actorId: string | null;
  entity: string;
  gate: string | null;
  fieldsJson: string;
};

function readMoments({ raw }: Store, releaseId: string): NamedMoment[] {
  return raw
    .prepare<[string], Stored>(
      `SELECT j.change_id AS entryId, j.at, j.actor_id AS actorId, j.entity, g.name AS gate,
              j.fields_json AS fieldsJson
       FROM change_journal j
       LEFT JOIN decision_withdrawal w ON j.entity = 'decision_withdrawal' AND w.id = j.entity_id
       LEFT JOIN decision d ON j.entity IN ('decision', 'decision_withdrawal')
                           AND d.id = COALESCE(w.decision_id, j.entity_id)
       LEFT JOIN gate g ON g.id = d.gate_id
       WHERE j.release_id = ? AND (j.op = 'insert' OR j.entity = 'release')
         AND j.entity IN ('release', 'decision', 'decision_withdrawal')
       ORDER BY j.hlc`,
    )
    .all(releaseId)
    .flatMap(toMoment);
}

function toMoment(row: Stored): NamedMoment[] {
  const { entryId, actorId, entity, gate } = row;
  const fields = readChanges(row.fieldsJson) ?? {};
  const moment = { entryId, at: iso(row.at), byId: actorId, outcome: null, of: gate ?? '' };
  switch (entity) {
    case 'decision': {
      const by = fields['decidedById']?.[1];
      const outcome = decisionOutcome.safeParse(fields['outcome']?.[1]).data ?? null;
      return [{ ...moment, what: 'decided', outcome, byId: typeof by === 'string' ? by : actorId }];
    }
    case 'decision_withdrawal':
      return [{ ...moment, what: 'withdrawn' }];
    default: {
      const phase = fields['phase'];
      if (phase === undefined) return [];
      if (phase[0] === null) return [{ ...moment, what: 'created' }];
      return [{ ...moment, what: 'phase', of: typeof phase[1] === 'string' ? phase[1] : '' }];
    }
  }
}
