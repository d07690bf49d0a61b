import { z } from 'zod';
import { givenFile } from '#shared/model/given-file.ts';
import {
  cabPack,
  packCandidate,
  packResponseView,
  packSummary,
  packView,
} from '#shared/model/governance/packs.ts';
import { dateText, id, shortText } from '#shared/model/primitives.ts';
import { command, query } from '../procedure.ts';

export const packs = {
  'packs.candidates': query({
    about: 'Lists the releases that are open, with the decided gates a CAB pack can ask about.',
    input: z.strictObject({}),
    output: z.array(packCandidate),
    topics: ['packs', 'releases', 'gates', 'approvals', 'people', 'scope', 'risks', 'rollback'],
  }),
  'packs.list': query({
    about: 'Lists the CAB packs that were made, the newest first, and who has answered.',
    input: z.strictObject({}),
    output: z.array(packSummary),
    topics: ['packs', 'people'],
  }),
  'packs.get': query({
    about: 'Gives one CAB pack with its answers, and what became of each.',
    input: z.strictObject({ id }),
    output: packView,
    topics: ['packs', 'approvals', 'releases', 'gates', 'scope', 'risks', 'rollback', 'people'],
  }),
  'packs.file': query({
    about: 'Gives the file of a CAB pack as it was made, checked against its SHA-256.',
    input: z.strictObject({ id }),
    output: z.strictObject({
      fileName: z.string(),
      mediaType: z.string(),
      text: z.string(),
      sha256: z.string(),
    }),
    topics: ['packs'],
  }),
  'cab.createPack': command({
    about:
      'Makes one file with everything needed to decide at the given gates, and a code for each reviewer. The codes are given out this once.',
    input: z.strictObject({
      title: shortText,
      gateIds: z.array(id).min(1, 'is empty; choose at least one gate').max(100),
      reviewerIds: z.array(id).min(1, 'is empty; choose at least one reviewer').max(30),
      meetingId: id.optional(),
      /** The last day on which it can be answered. */
      expiresOn: dateText.optional(),
    }),
    output: z.strictObject({
      pack: cabPack,
      codes: z.array(z.strictObject({ reviewerId: id, personId: id, code: z.string() })),
    }),
    topics: ['packs'],
  }),
  'cab.importResponse': command({
    about:
      'Takes the answer a reviewer saved from a CAB pack; the same file twice changes nothing.',
    input: z
      .strictObject({
        file: givenFile.optional(),
        /** What is in the file, where it was read already. */
        text: z.string().max(6_000_000, 'is longer than any answer file').optional(),
      })
      .refine(({ file, text }) => (file === undefined) !== (text === undefined), {
        error: 'has both or none of file and text; give one of them',
      }),
    output: z.strictObject({
      packId: id,
      /** Whether the file came in now, or had come in before and changed nothing. */
      isNew: z.boolean(),
      response: packResponseView,
    }),
    topics: ['packs', 'approvals', 'gates', 'releases'],
  }),
  'packs.choose': command({
    about:
      'Lets one of two answers of a reviewer count: the other is set aside and its decisions are withdrawn.',
    input: z.strictObject({ responseId: id }),
    output: packResponseView,
    topics: ['packs', 'approvals', 'gates', 'releases'],
  }),
};
