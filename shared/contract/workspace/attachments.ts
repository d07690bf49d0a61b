import { z } from 'zod';
import { givenFile } from '#shared/model/given-file.ts';
import { id } from '#shared/model/primitives.ts';
import { attachment, place, subject } from '#shared/model/workspace/attached.ts';
import { command, query } from '../procedure.ts';

export const attachments = {
  'attachments.list': query({
    about: 'Lists the files attached to a release and to what belongs to it, the oldest first.',
    input: z.strictObject({
      releaseId: id,
      subject: subject.optional(),
      subjectId: id.optional(),
    }),
    output: z.array(attachment),
    topics: ['attachments', 'releases', 'gates', 'checklists', 'risks', 'scope'],
  }),
  'attachments.get': query({
    about: 'Gives one attached file with its content as base64, checked against its hash.',
    input: z.strictObject({ id }),
    output: z.strictObject({ ...attachment.shape, content: z.string() }),
    topics: ['attachments'],
  }),
  'attachments.add': command({
    about: 'Attaches a file of at most 25 MB; its content is kept in the workspace, once.',
    input: z.strictObject({ ...place.shape, file: givenFile }),
    output: attachment,
    topics: ['attachments'],
  }),
  'attachments.remove': command({
    about: 'Takes an attachment away; its content stays for history and undo.',
    input: z.strictObject({ id }),
    output: z.strictObject({ id }),
    topics: ['attachments'],
  }),
};
