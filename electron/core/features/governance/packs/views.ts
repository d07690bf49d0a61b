import type { Context } from '#core/context.ts';
import { packResponse } from '#core/database/schema/cab.ts';
import { gate } from '#core/database/schema/governance.ts';
import { release } from '#core/database/schema/planning.ts';
import { rowOf } from '#core/database/plain-rows.ts';
import { iso, isoOrNull } from '#core/database/select.ts';
import type {
  AnswerStanding,
  PackAnswer,
  PackResponseView,
  PackSummary,
  PackView,
} from '#shared/model/governance/packs.ts';
import { diffFacts } from '#shared/rules/governance/facts.ts';
import { saysTheSame } from '#shared/rules/governance/packs/merge-responses.ts';
import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { factsNow, fingerprint, loadSubject, loadSurroundings } from '../gates/index.ts';
import { planAnswer } from './record.ts';
import type { Answered } from './record.ts';
import { decisionsBy, packRows, requirePack, responsesOf, reviewersOf, toPack } from './rows.ts';
import type { DecisionRow, PackRow, ResponseRow, ReviewerRow } from './rows.ts';

export function listPacks({ store, now }: Context): PackSummary[] {
  const rows = packRows(store);
  const ids = rows.map(({ id }) => id);
  const around = { reviewers: reviewersOf(store, ids), responses: responsesOf(store, ids) };
  const today = dateIn(iso(now), readWorkspace(store).zone);
  return rows.map((row) => summaryOf(row, around, today));
}

type Around = { reviewers: readonly ReviewerRow[]; responses: readonly ResponseRow[] };

function summaryOf(row: PackRow, { reviewers, responses }: Around, today: string): PackSummary {
  return {
    ...toPack(row),
    expired: row.expiresOn !== null && row.expiresOn < today,
    reviewers: reviewers
      .filter(({ packId }) => packId === row.id)
      .map(({ id, personId }) => {
        const own = responses.filter(
          (each) => each.reviewerId === id && each.state !== 'set-aside',
        );
        const newest = own.at(-1);
        const isOpen = own.some(({ state }) => state === 'conflicting');
        return {
          ...{ id, personId },
          state: newest === undefined ? 'waiting' : isOpen ? 'conflicting' : 'answered',
          answeredAt: newest === undefined ? null : iso(newest.answeredAt),
        };
      }),
  };
}

export function getPack(id: string, context: Context): PackView {
  const { store, now } = context;
  const row = requirePack(store, id);
  const reviewers = reviewersOf(store, [id]);
  const responses = responsesOf(store, [id]);
  const today = dateIn(iso(now), readWorkspace(store).zone);
  const summary = summaryOf(row, { reviewers, responses }, today);
  const differences = differencesOf(row, context);
  return {
    ...summary,
    items: summary.items.map((item) => {
      const changed = differences.get(item.gateId);
      return { ...item, current: changed?.current ?? false, differences: changed?.rows ?? [] };
    }),
    responses: responses
      .toReversed()
      .map((response) => viewOf(response, { row, reviewers, differences }, context)),
  };
}

export function responseView(id: string, context: Context): PackResponseView {
  const response = rowOf(context.store, packResponse, id);
  if (response === null) throw new Error(`Response ${id} is not there`);
  const row = requirePack(context.store, response.packId);
  const reviewers = reviewersOf(context.store, [row.id]);
  return viewOf(response, { row, reviewers, differences: differencesOf(row, context) }, context);
}

type Differences = Map<string, { current: boolean; rows: ReturnType<typeof diffFacts> }>;

/** What has changed since the pack was made, gate by gate, in the facts each declares. */
function differencesOf(row: PackRow, { store }: Context): Differences {
  const around = loadSurroundings(store);
  const ids = [...new Set(row.items.map(({ releaseId }) => releaseId))];
  // One whose creation was undone is gone, and what was asked about it with it.
  const there = ids.filter((id) => rowOf(store, release, id) !== null);
  const today = new Map(there.map((id) => [id, factsNow(loadSubject(store, id), around)]));
  return new Map(
    row.items.flatMap((item) => {
      const found = rowOf(store, gate, item.gateId);
      const facts = today.get(item.releaseId);
      if (found === null || facts === undefined) return [];
      const current = fingerprint(facts, found.facts) === item.fingerprint;
      const rows = current ? [] : diffFacts(item.facts, facts, found.facts);
      return [[item.gateId, { current, rows }] as const];
    }),
  );
}

type Ground = { row: PackRow; reviewers: readonly ReviewerRow[]; differences: Differences };

function viewOf(
  response: ResponseRow,
  { row, reviewers, differences }: Ground,
  context: Context,
): PackResponseView {
  const personId = reviewers.find(({ id }) => id === response.reviewerId)?.personId ?? '';
  const own = responsesOf(context.store, [row.id]).filter(
    ({ reviewerId: of }) => of === response.reviewerId,
  );
  const decisions = decisionsBy(
    context.store,
    own.map(({ id: each }) => each),
  );
  const standings = response.answers.map((answer): AnswerStanding => {
    const current = differences.get(answer.gateId)?.current ?? false;
    const decision = decisionFor(answer, { response, own, decisions });
    if (decision !== undefined) {
      const { id: decisionId, isWithdrawn: withdrawn } = decision;
      return { ...answer, decisionId, current, withdrawn, why: '' };
    }
    const why = whyNot(
      answer,
      { response, pack: row, personId, recordedById: response.importedById },
      context,
    );
    return { ...answer, decisionId: null, current, withdrawn: false, why };
  });
  const { id, packId, reviewerId, digest, importedById, comment, state, chosenById } = response;
  return {
    ...{ id, packId, reviewerId, digest, importedById, comment, state, chosenById, personId },
    answeredAt: iso(response.answeredAt),
    importedAt: iso(response.importedAt),
    chosenAt: isoOrNull(response.chosenAt),
    answers: standings,
  };
}

type Came = {
  response: ResponseRow;
  own: readonly ResponseRow[];
  decisions: readonly DecisionRow[];
};

/** The decision an answer came in as, also where another file of the same person brought it first. */
function decisionFor(answer: PackAnswer, { response, own, decisions }: Came) {
  const fits = decisions.filter(({ gateId, responseId }) => {
    if (gateId !== answer.gateId) return false;
    const other = own.find(({ id }) => id === responseId);
    const said = other?.answers.find((each) => each.gateId === gateId);
    return responseId === response.id || (said !== undefined && saysTheSame(said, answer));
  });
  return fits.findLast(({ isWithdrawn }) => !isWithdrawn) ?? fits.at(-1);
}

function whyNot(answer: PackAnswer, answered: Answered, context: Context): string {
  const { state } = answered.response;
  if (state === 'conflicting') return 'Waits until somebody chooses between the two answers.';
  if (state === 'set-aside') return 'Set aside: another answer was chosen.';
  const { why } = planAnswer(answer, answered, context);
  return why === '' ? 'Nothing stands against it any more: take the answer again.' : why;
}
