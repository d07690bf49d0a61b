import type { Context, Handlers } from '#core/context.ts';
import { consultation } from '#core/database/schema/approvals.ts';
import { partsOf } from '#core/database/plain-rows.ts';
import { iso, isoOrNull } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { Consultation } from '#shared/model/governance/approvals.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { presentPeople } from '../../workspace/people/index.ts';
import { requireGate, requireOpenGate } from '../gates/index.ts';

type Names = 'consultations.list' | 'consultations.ask' | 'consultations.answer';

export const consultations: Handlers<Names> = {
  'consultations.list': ({ gateId }, { store }) =>
    ofGate(store, gateId, requireGate(store, gateId).releaseId).map(toConsultation),
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
