import type { Context } from '#core/context.ts';
import { decision, decisionCondition } from '#core/database/schema/approvals.ts';
import { iso, toMs } from '#core/database/select.ts';
import type { Values } from '#core/database/tables.ts';
import type { Write } from '#core/database/write.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { Decision } from '#shared/model/governance/gates.ts';
import { decide } from '#shared/rules/governance/decisions.ts';
import type { Facts } from '#shared/rules/governance/facts.ts';
import {
  decisionsOf,
  factsNow,
  fingerprint,
  loadSubject,
  loadSurroundings,
  requireGate,
  requireOpenGate,
} from '../gates/index.ts';

/** What a decision came in by, beside its channel. */
export type DecisionLinks = { cabItemId?: string };

/** Records a decision together with the facts it was given on. Every rule is asked first. */
export function recordDecision(
  input: Parsed<'approvals.decide'>,
  context: Context,
  links: DecisionLinks = {},
): Decision {
  const { values, conditions } = planDecision(input, context);
  const planned = { values: { ...values, ...links }, conditions };
  const saved = context.transact((write) => writeDecision(write, planned));
  return readDecision(context, saved.releaseId, saved.gateId, saved.id);
}

/** What a decision rests on that was given elsewhere, on a pack: its facts and its time are those of then. */
export type DecisionBasis = {
  facts: Facts;
  judgedAt: number;
  responseId: string;
  recordedById: string;
};

export type PlannedDecision = {
  values: Omit<Values<typeof decision>, 'id'>;
  conditions: Parsed<'approvals.decide'>['conditions'];
};

/** Asks every rule, and writes nothing. Refused decisions can be told apart before any is recorded. */
export function planDecision(
  input: Parsed<'approvals.decide'>,
  context: Context,
  basis?: DecisionBasis,
): PlannedDecision {
  const { store } = context;
  const now = basis?.judgedAt ?? context.now;
  const { gateId, outcome, channel, comment, conditions } = input;
  const gate = requireOpenGate(store, gateId);
  const subject = loadSubject(store, gate.releaseId);
  const around = loadSurroundings(store);
  const today = factsNow(subject, around);
  const facts = basis?.facts ?? today;
  const recordedById = basis?.recordedById ?? context.requireActor();
  const decidedById = input.decidedById ?? recordedById;
  const decidedAt = input.decidedAt ?? iso(now);
  const request = subject.requests.findLast((each) => each.gateId === gateId);
  const { placeKey, secondPlace, forPersonId, forReason } = decide({
    gate,
    release: {
      phase: subject.release.phase,
      requesterId: subject.release.requesterId,
      createdAt: iso(subject.release.createdAt),
      roles: subject.roles,
    },
    requestedById: request?.requestedById ?? null,
    people: around.people,
    roleNames: around.roleNames,
    decisions: decisionsOf(subject, gate, today).map((each) => ({
      ...each,
      withdrawn: each.withdrawn !== null,
    })),
    rules: around.rules,
    substitutions: around.substitutions,
    profile: around.workspace.profile,
    decidedById,
    recordedById,
    outcome,
    deferredTo: input.deferredTo,
    placeKey: input.placeKey,
    channel,
    decidedAt,
    comment,
    conditions,
    now: iso(now),
    zone: around.workspace.zone,
  });
  const values = {
    releaseId: gate.releaseId,
    gateId,
    placeKey,
    outcome,
    decidedById,
    recordedById,
    channel,
    decidedAt: toMs(decidedAt),
    recordedAt: context.now,
    comment,
    fingerprint: fingerprint(facts, gate.facts),
    facts,
    secondPlace,
    forPersonId,
    forReason,
    deferredTo: input.deferredTo ?? null,
    responseId: basis?.responseId ?? null,
  };
  return { values, conditions };
}

export function writeDecision(write: Write, { values, conditions }: PlannedDecision) {
  const row = write.insert(decision, values);
  for (const condition of conditions) {
    const unmet = { metAt: null, metById: null };
    const { releaseId } = row;
    write.insert(decisionCondition, { ...condition, ...unmet, releaseId, decisionId: row.id });
  }
  return row;
}

/** One decision as it stands now, with the difference when its facts have changed. */
export function readDecision(
  { store }: Context,
  releaseId: string,
  gateId: string,
  decisionId: string,
): Decision {
  const gate = requireGate(store, gateId);
  const subject = loadSubject(store, releaseId);
  const facts = factsNow(subject, loadSurroundings(store));
  const found = decisionsOf(subject, gate, facts).find(({ id }) => id === decisionId);
  if (found === undefined) throw new Error(`Decision ${decisionId} is not at its gate`);
  return found;
}
