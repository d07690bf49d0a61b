import { createHash } from 'node:crypto';
import type { Context } from '#core/context.ts';
import { packResponse } from '#core/database/schema/cab.ts';
import { rowOf } from '#core/database/plain-rows.ts';
import { cabPack } from '#core/database/schema/cab.ts';
import { iso, toMs } from '#core/database/select.ts';
import { locateFile } from '#core/given-file.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { GivenFile } from '#shared/model/given-file.ts';
import type { ResponseFile } from '#shared/model/governance/packs.ts';
import { Refusal } from '#shared/model/refusal.ts';
import {
  badSignature,
  checkAnswer,
  reviewerOf,
} from '#shared/rules/governance/packs/check-response.ts';
import { mergeResponse } from '#shared/rules/governance/packs/merge-responses.ts';
import { readResponse } from '#shared/rules/governance/packs/response-file.ts';
import { readGiven } from '../../workspace/attachments/index.ts';
import { listPeople } from '../../workspace/people/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { recordAnswers } from './record.ts';
import { responseByDigest, responsesOf, reviewersOf, toPack } from './rows.ts';
import type { PackRow, ReviewerRow } from './rows.ts';
import { isSigned } from './sign.ts';
import { responseView } from './views.ts';

/** Takes an answer file, whole or not at all. Decisions come in by the rules every decision comes in by. */
export async function importResponse(
  given: Parsed<'cab.importResponse'>,
  context: Context,
): Promise<Output<'cab.importResponse'>> {
  const importedById = context.requireActor();
  const text = given.file === undefined ? (given.text ?? '') : await textOf(given.file, context);
  const { file, signed } = readResponse(text);
  const digest = createHash('sha256').update(text).digest('hex');
  const { pack, reviewer } = requireGenuine(file, signed, context);
  const { answer } = file;
  const known = responseByDigest(context.store, digest);
  if (known !== undefined) {
    const response = responseView(known.id, context);
    return { packId: pack.id, isNew: false, response };
  }
  const { zone } = readWorkspace(context.store);
  checkAnswer(answer, { pack: toPack(pack), now: iso(context.now), zone });
  const id = context.transact((write) => {
    const earlier = responsesOf(context.store, [pack.id]).filter(
      (each) => each.reviewerId === reviewer.id,
    );
    const { contradicts, fresh } = mergeResponse(earlier, answer.answers);
    const response = write.insert(packResponse, {
      ...{ packId: pack.id, reviewerId: reviewer.id, digest, importedById },
      ...{ answeredAt: toMs(answer.answeredAt), importedAt: write.now },
      ...{ comment: answer.comment, answers: answer.answers },
      state: contradicts.length === 0 ? 'taken' : 'conflicting',
      ...{ chosenById: null, chosenAt: null },
    });
    for (const each of contradicts) write.update(packResponse, each, { state: 'conflicting' });
    const own = answer.answers.filter(({ gateId }) => fresh.includes(gateId));
    const { personId } = reviewer;
    recordAnswers(write, own, { pack, response, personId, recordedById: importedById }, context);
    return response.id;
  });
  return { packId: pack.id, isNew: true, response: responseView(id, context) };
}

function requireGenuine(
  { answer, signature }: ResponseFile,
  signed: string,
  { store }: Context,
): { pack: PackRow; reviewer: ReviewerRow } {
  const pack = rowOf(store, cabPack, answer.packId);
  const reviewer = reviewerOf(answer, {
    workspace: readWorkspace(store),
    hasPack: pack !== null,
    reviewer:
      pack === null
        ? undefined
        : reviewersOf(store, [pack.id]).find(({ id }) => id === answer.reviewerId),
  });
  if (pack === null) throw new Error('A reviewer without a pack');
  if (!isSigned(reviewer.verifier, signed, signature)) {
    const person = listPeople(store).find(({ id }) => id === reviewer.personId);
    throw badSignature(person?.name ?? 'the reviewer');
  }
  return { pack, reviewer };
}

/** As bytes, so that nothing is mended on the way in that was changed on the way here. */
async function textOf(file: GivenFile, { platform }: Context): Promise<string> {
  const { path, name } = locateFile(file, platform);
  const bytes = await readGiven(path, name);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refusal(
      'invalid_input',
      `${name} was not taken, and nothing was changed: it is no text in UTF-8, as a pack saves it. Ask the reviewer to send the file again.`,
      { file: 'is no text in UTF-8' },
    );
  }
}
