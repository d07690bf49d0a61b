import type { Context, Handlers } from '#core/context.ts';
import { consultation } from '#core/database/schema/approvals.ts';
import { releaseRole } from '#core/database/schema/planning.ts';
import { partsOf } from '#core/database/plain-rows.ts';
import { iso, isoOrNull } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { Consultation } from '#shared/model/governance/approvals.ts';
import type { RaciLetter } from '#shared/model/governance/raci.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { rolesWith } from '#shared/rules/governance/raci.ts';
import { askedFor } from '#shared/rules/workspace/roles.ts';
import { presentPeople } from '../../workspace/people/index.ts';
import { requireGate, requireOpenGate } from '../gates/index.ts';
import { readMatrix } from '../raci/index.ts';

type Names = 'consultations.list' | 'consultations.ask' | 'consultations.answer';

export const consultations: Handlers<Names> = {
  'consultations.list': ({ gateId }, { store }) => listed(store, gateId),
  'consultations.ask': (input, context) => ask(input, context),
  'consultations.answer': ({ id, answer }, context) =>
    toConsultation(
      context.transact((write) => {
        const row = write.find(consultation, id);
        requireOpenGate(context.store, row.gateId);
        if (row.answeredAt !== null) {
          throw new Refusal(
            'conflict',
            'They have answered already, and what they said stays in the record. Ask them again, then record the new answer.',
          );
        }
        return write.update(consultation, id, { answer, answeredAt: context.now });
      }),
    ),
};

function listed(store: Store, gateId: string): Output<'consultations.list'> {
  const { releaseId, key } = requireGate(store, gateId);
  const asked = ofGate(store, gateId, releaseId);
  const row = readMatrix(store, releaseId).find(({ gate }) => gate.key === key);
  const people = presentPeople(store);
  const assignments = partsOf(store, releaseRole, [releaseId])(releaseId);
  const having = (letter: RaciLetter) =>
    row === undefined
      ? []
      : [
          ...new Set(
            rolesWith(row.letters, letter).flatMap((role) => askedFor(role, people, assignments)),
          ),
        ];
  const known = new Set(asked.map(({ personId }) => personId));
  return {
    asked: asked.map(toConsultation),
    toConsult: having('C').filter((id) => !known.has(id)),
    toInform: having('I'),
  };
}

function ask(input: Parsed<'consultations.ask'>, context: Context): Consultation[] {
  const { store, now } = context;
  const { gateId, personIds, question, dueOn } = input;
  const { releaseId } = requireOpenGate(store, gateId);
  const here = new Set(presentPeople(store).map(({ id }) => id));
  if (personIds.some((id) => !here.has(id))) {
    const message = 'names somebody who is not in this workspace, or left; choose others';
    throw new Refusal('invalid_input', `The list of people ${message}.`, { personIds: message });
  }
  const waiting = new Set(
    ofGate(store, gateId, releaseId)
      .filter(({ answeredAt }) => answeredAt === null)
      .map(({ personId }) => personId),
  );
  const askedById = context.requireActor();
  context.transact((write) => {
    for (const personId of new Set(personIds)) {
      // Somebody who has not answered is asked already.
      if (waiting.has(personId)) continue;
      write.insert(consultation, {
        ...{ releaseId, gateId, personId, question, dueOn, askedById, askedAt: now },
        ...{ answer: '', answeredAt: null },
      });
    }
  });
  return ofGate(store, gateId, releaseId).map(toConsultation);
}

function ofGate(store: Store, gateId: string, releaseId: string): Plain<typeof consultation>[] {
  return partsOf(store, consultation, [releaseId])(releaseId).filter(
    (each) => each.gateId === gateId,
  );
}

function toConsultation(row: Plain<typeof consultation>): Consultation {
  const { id, releaseId, gateId, personId, question, askedById, dueOn, answer } = row;
  return {
    ...{ id, releaseId, gateId, personId, question, askedById, dueOn, answer },
    ...{ askedAt: iso(row.askedAt), answeredAt: isoOrNull(row.answeredAt) },
  };
}
