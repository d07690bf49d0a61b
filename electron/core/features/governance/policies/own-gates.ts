import type { Context } from '#core/context.ts';
import { decision } from '#core/database/schema/approvals.ts';
import { exception, gate } from '#core/database/schema/governance.ts';
import { phasePassage } from '#core/database/schema/planning.ts';
import { partsOf } from '#core/database/plain-rows.ts';
import { toMs } from '#core/database/select.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { checkRemoval } from '#shared/rules/governance/gate-removal.ts';
import { placesOf, unknownInWords } from '#shared/rules/governance/policy/policy-places.ts';
import { phases } from '#shared/model/planning/releases.ts';
import { factGroups } from '#shared/model/governance/gates.ts';
import { orderAfter } from '#shared/rules/planning/order.ts';
import { requireOpenRelease } from '../../planning/releases/index.ts';
import { listPeople } from '../../workspace/people/index.ts';
import { exceptionRows, viewsOf } from '../exceptions/index.ts';
import { requireOpenGate } from '../gates/index.ts';
import type { requireGate } from '../gates/index.ts';
import { policyInForce } from './rows.ts';

/** On whose behalf each gate is there, and what is asked or granted to take some off. */
export function readTerms(releaseId: string, context: Context): Output<'policies.terms'> {
  const { store } = context;
  const gates = partsOf(store, gate, [releaseId], 'order')(releaseId);
  const present = new Set(gates.map(({ key }) => key));
  const removals = exceptionRows(store, releaseId).filter(({ rule }) => rule === 'gate-removed');
  return {
    gates: gates.map((row) => {
      const { id, key, name, source, policyId, policyName, ruleKeys, accountableRole } = row;
      const { needed, inOrder, dueOn, limits } = row;
      return {
        ...{ id, key, name, source, policyId, policyName, ruleKeys, accountableRole },
        ...{ needed, inOrder, dueOn, limits },
      };
    }),
    removals: viewsOf(removals, context),
    addable: policyInForce(store)
      .policy.gates.filter(({ key }) => !present.has(key))
      .map(({ key, name, why }) => ({ key, name, why })),
  };
}

/** A gate the policy knows, at a release it does not ask it of. */
export function addGate(
  { releaseId, key, why }: Parsed<'policies.addGate'>,
  context: Context,
): { id: string } {
  const { store } = context;
  const { name: release } = requireOpenRelease(store, releaseId);
  const { policy } = policyInForce(store);
  const wanted = policy.gates.find((each) => each.key === key);
  if (wanted === undefined) {
    throw new Refusal(
      'not_found',
      `The policy “${policy.name}” has no gate “${key}”; it has ${policy.gates.map((each) => each.key).join(', ')}.`,
      { key: 'is no gate of the policy' },
    );
  }
  const present = partsOf(store, gate, [releaseId], 'order')(releaseId);
  if (present.some((each) => each.key === key)) {
    throw new Refusal('conflict', `${release} has the gate “${wanted.name}” already.`);
  }
  const left = partsOf(store, phasePassage, [releaseId])(releaseId);
  if (left.some(({ phase }) => phase === wanted.phase)) {
    throw new Refusal(
      'precondition_failed',
      `“${wanted.name}” belongs to the ${wanted.phase} phase, which ${release} has left, so nobody could pass it. Choose a gate of a phase ahead: ${phases.filter((each) => each !== 'closed' && !left.some(({ phase }) => phase === each)).join(', ')}.`,
    );
  }
  const { name, phase, check, accountable, needed, inOrder, limits } = wanted;
  context.requireActor();
  const people = listPeople(store);
  return context.transact((write) => {
    const { id } = write.insert(gate, {
      ...{ releaseId, key, name, phase, check, inOrder, limits },
      why: `Added by hand: ${why} ${wanted.why}${unknownInWords(wanted.places, people)}`,
      places: placesOf(wanted.places, people),
      facts: check === 'decision' ? (wanted.facts ?? [...factGroups]) : [],
      order: orderAfter(present.at(-1)?.order ?? null, null),
      ...{ source: 'hand', policyId: null, policyName: '', ruleKeys: [], dueOn: null },
      ...{ accountableRole: accountable ?? null, needed: needed ?? null },
    });
    return { id };
  });
}

export function dropGate(gateId: string, context: Context): { id: string } {
  const { store } = context;
  const row = requireOpenGate(store, gateId);
  if (row.source !== 'hand') {
    throw new Refusal(
      'precondition_failed',
      `“${row.name}” is asked for by ${askedBy(row)}, so it is taken off by an exception alone. Ask for one with its rationale and impact.`,
    );
  }
  const decided = partsOf(store, decision, [row.releaseId])(row.releaseId);
  if (decided.some((each) => each.gateId === gateId)) {
    throw new Refusal(
      'precondition_failed',
      `Somebody has decided at “${row.name}”, so it stays in the record. Withdraw a decision that no longer holds.`,
    );
  }
  context.requireActor();
  context.transact((write) => write.remove(gate, gateId));
  return { id: gateId };
}

/** Asks for the exception; the gate stays until a second person has granted it. */
export function removeGate(
  { gateId, rationale, impact, expiresAt }: Parsed<'policies.removeGate'>,
  context: Context,
): Output<'policies.removeGate'> {
  const { store, now } = context;
  const row = requireOpenGate(store, gateId);
  const requestedById = context.requireActor();
  const others = listPeople(store).filter(
    ({ id, leftOn }) => leftOn === null && id !== requestedById,
  );
  const until = expiresAt === undefined ? null : toMs(expiresAt);
  checkRemoval({
    ...{ gate: row.name, asked: askedBy(row), rationale, impact, now, expiresAt: until },
    others: others.length,
  });
  if (until === null) throw new Error('an end that is missing was let through');
  refuseAskedTwice(gateId, row.releaseId, context);
  const made = context.transact((write) =>
    write.insert(exception, {
      ...{ releaseId: row.releaseId, rule: 'gate-removed', subjectId: gateId },
      ...{ subjectName: row.name, rationale, impact, requestedById, expiresAt: until },
      ...{ requestedAt: write.now, decidedById: null, decidedAt: null, granted: null },
      ...{ decisionNote: '', withdrawnAt: null },
    }),
  );
  const [view] = viewsOf([made], context);
  if (view === undefined) throw new Error(`The exception ${made.id} was saved and is not there`);
  return view;
}

function refuseAskedTwice(gateId: string, releaseId: string, context: Context): void {
  const rows = exceptionRows(context.store, releaseId).filter(
    ({ rule, subjectId }) => rule === 'gate-removed' && subjectId === gateId,
  );
  const open = viewsOf(rows, context).find(({ state }) => state === 'asked' || state === 'granted');
  if (open === undefined) return;
  throw new Refusal(
    'conflict',
    open.state === 'asked'
      ? `Taking “${open.subjectName}” off was asked for already. ${open.deciders}`
      : `“${open.subjectName}” is off already until its exception ends. Withdraw that to have it back.`,
  );
}

function askedBy({ source, policyName }: ReturnType<typeof requireGate>): string {
  if (source === 'policy') return `the policy ${policyName}`;
  return source === 'hand' ? 'whoever added it' : 'the template of the release';
}
