import { iso } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { DecisionTaken } from '#shared/model/reports/status.ts';
import { withoutAddresses } from '#shared/rules/reports/status/free-text.ts';

/** Half-open, in milliseconds; null shows every service. */
export type Span = { from: number; to: number; serviceId: string | null };

/** As many as a page can hold: what is past its start since long is another list's matter. */
const mostOverdue = 60;
const mostShipping = 400;
const mostDecisions = 200;

const ofService = `(@serviceId IS NULL OR EXISTS (
  SELECT 1 FROM component c WHERE c.release_id = r.id AND c.service_id = @serviceId
   AND c.deleted_hlc IS NULL))`;

/** The releases with a deployment in the span, and the open ones that should have started before `now`. */
export function releasesOf(store: Store, { from, to, serviceId }: Span, now: number): string[] {
  const planned = `SELECT d.release_id AS id, MIN(d.start_at) AS at FROM deployment d
    JOIN release r ON r.id = d.release_id
    WHERE d.deleted_hlc IS NULL AND r.deleted_hlc IS NULL AND ${ofService}`;
  const shipping = store.raw
    .prepare<object, { id: string }>(
      `${planned} AND d.start_at >= @from AND d.start_at < @to AND r.outcome IS NOT 'cancelled'
       GROUP BY d.release_id ORDER BY at LIMIT ${mostShipping}`,
    )
    .all({ from, to, serviceId });
  const overdue = store.raw
    .prepare<object, { id: string }>(
      `${planned} AND r.phase <> 'closed' AND d.start_at < @now AND d.actual_start_at IS NULL
       AND d.result IS NULL GROUP BY d.release_id ORDER BY at DESC LIMIT ${mostOverdue}`,
    )
    .all({ now, serviceId });
  return [...new Set([...shipping, ...overdue].map(({ id }) => id))];
}

type Row = Pick<DecisionTaken, 'id' | 'releaseId' | 'release' | 'gate' | 'outcome' | 'channel'> & {
  byId: string;
  forId: string | null;
  decidedAt: number;
  withdrawn: number;
};
type ConditionRow = {
  decisionId: string;
  text: string;
  ownerId: string;
  dueOn: string;
  met: number;
};

/** The decisions given in a span, newest first; comments and reasons stay in the workspace. */
export function decisionsIn(
  store: Store,
  { from, to, serviceId }: Span,
  names: ReadonlyMap<string, string>,
): DecisionTaken[] {
  const rows = store.raw
    .prepare<object, Row>(
      `SELECT d.id, d.release_id AS releaseId, r.name AS release, g.name AS gate, d.outcome,
              d.channel, d.decided_by_id AS byId, d.for_person_id AS forId,
              d.decided_at AS decidedAt,
              EXISTS (SELECT 1 FROM decision_withdrawal w
                      WHERE w.decision_id = d.id AND w.deleted_hlc IS NULL) AS withdrawn
       FROM decision d JOIN release r ON r.id = d.release_id JOIN gate g ON g.id = d.gate_id
       WHERE d.deleted_hlc IS NULL AND r.deleted_hlc IS NULL AND ${ofService}
         AND d.decided_at >= @from AND d.decided_at < @to
       ORDER BY d.decided_at DESC, d.id DESC LIMIT ${mostDecisions}`,
    )
    .all({ from, to, serviceId });
  const conditions = store.raw
    .prepare<[string], ConditionRow>(
      `SELECT decision_id AS decisionId, text, owner_id AS ownerId, due_on AS dueOn,
              met_at IS NOT NULL AS met
       FROM decision_condition WHERE deleted_hlc IS NULL
        AND decision_id IN (SELECT value FROM json_each(?)) ORDER BY due_on, id`,
    )
    .all(JSON.stringify(rows.map(({ id }) => id)));
  const name = (id: string) => names.get(id) ?? 'somebody who left';
  return rows.map(({ byId, forId, decidedAt, withdrawn, ...row }) => ({
    ...row,
    who: name(byId),
    instead: forId === null ? '' : name(forId),
    at: iso(decidedAt),
    withdrawn: withdrawn === 1,
    conditions: conditions
      .filter(({ decisionId }) => decisionId === row.id)
      .map(({ text, ownerId, dueOn, met }) => ({
        ...{ text: withoutAddresses(text), owner: name(ownerId), dueOn, met: met === 1 },
      })),
  }));
}
