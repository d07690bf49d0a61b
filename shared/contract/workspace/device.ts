import { z } from 'zod';
import { command, query } from '../procedure.ts';

const entry = z.strictObject({
  name: z.string(),
  path: z.string(),
  kind: z.enum(['folder', 'workspace', 'file']),
});

export const device = {
  'device.info': query({
    about: 'Tells which host runs the application and what it can do.',
    input: z.strictObject({}),
    output: z.strictObject({
      version: z.string(),
      host: z.enum(['desktop', 'browser', 'cli', 'test']),
      fileDialog: z.boolean(),
      secrets: z.strictObject({
        protection: z.enum(['keychain', 'encrypted-file', 'memory']),
        locked: z.boolean(),
      }),
      documentsFolder: z.string(),
    }),
    topics: ['device'],
  }),
  'device.browse': query({
    about: 'Lists the folders and files of one folder, for hosts without a file dialog.',
    input: z.strictObject({
      folder: z.string().max(4096).optional(),
      /** Files with this ending are listed too, beside workspaces (`.json`). */
      extension: z.string().max(12).optional(),
    }),
    output: z.strictObject({
      folder: z.string(),
      parent: z.string().nullable(),
      entries: z.array(entry),
    }),
    topics: [],
  }),
  'device.pickFile': query({
    about: 'Shows the file dialog of the operating system; null when it was left with Cancel.',
    input: z.strictObject({
      title: z.string().max(200),
      mode: z.enum(['open', 'save', 'folder']),
      /** Of the files to choose from; `*` for all. */
      extension: z.string().max(12),
      suggestedName: z.string().max(200).optional(),
    }),
    output: z.strictObject({ path: z.string().nullable() }),
    topics: [],
  }),
  'device.unlockSecrets': command({
    about: 'Opens the encrypted file of tokens with its passphrase, or starts one.',
    input: z.strictObject({
      passphrase: z.string().min(8, 'is shorter than 8 characters; choose a longer one').max(1000),
    }),
    output: z.strictObject({ protection: z.enum(['keychain', 'encrypted-file', 'memory']) }),
    topics: ['device', 'connections'],
  }),
};
