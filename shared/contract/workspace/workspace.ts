import { z } from 'zod';
import { id, instant, rev, shortText, zone } from '#shared/model/primitives.ts';
import { person } from '#shared/model/workspace/people.ts';
import {
  profile,
  workingDays,
  workspace as workspaceModel,
} from '#shared/model/workspace/workspace.ts';
import { command, everyTopic, query } from '../procedure.ts';

const path = z.string().min(1, 'is empty; give the path of a .slipway file').max(4096);
const opened = z.strictObject({ path, workspace: workspaceModel });

/** What is open, who works here and whether the file can be written. */
const state = z.strictObject({
  open: z
    .strictObject({
      path,
      workspace: workspaceModel,
      readOnly: z.string().nullable(),
      actingAs: person.nullable(),
      /** Hash of the newest journal entry, null while the journal is empty. */
      head: z.string().nullable(),
    })
    .nullable(),
  recent: z.array(z.strictObject({ path, name: z.string(), openedAt: instant })),
});

const finding = z.strictObject({ where: z.string(), what: z.string() });

export const workspace = {
  'workspace.state': query({
    about: 'Tells which workspace is open, who is acting, and the recent files of this device.',
    input: z.strictObject({}),
    output: state,
    topics: ['workspace', 'people', 'device'],
  }),
  'workspace.create': command({
    about: 'Makes a new workspace file and opens it; refuses a path that exists.',
    input: z.strictObject({ path, name: shortText, zone, profile: profile.default('standard') }),
    output: opened,
    topics: ['workspace', 'device'],
  }),
  'workspace.open': command({
    about: 'Opens a workspace file; the one that was open is closed cleanly first.',
    input: z.strictObject({
      path,
      /** Reads the file as it is, beside whoever has it open: no lock, no migration, no trace. */
      readOnly: z.boolean().optional(),
    }),
    output: opened,
    topics: ['workspace', 'device'],
  }),
  'workspace.openDemo': command({
    about: 'Makes the demo workspace for today (or the given date) and opens it.',
    input: z.strictObject({ path: path.optional(), date: z.iso.date().optional() }),
    output: opened,
    topics: ['workspace', 'device'],
  }),
  'workspace.close': command({
    about: 'Closes the workspace, so that it is one plain file again.',
    input: z.strictObject({}),
    output: z.strictObject({}),
    topics: ['workspace', 'device'],
  }),
  'workspace.update': command({
    about: 'Changes the name, the zone, the profile or the working days of the workspace.',
    input: z.strictObject({
      rev: rev.optional(),
      name: shortText.optional(),
      zone: zone.optional(),
      profile: profile.optional(),
      workingDays: workingDays.optional(),
    }),
    output: workspaceModel,
    topics: ['workspace', 'gates', 'approvals', 'tasks'],
  }),
  'workspace.actAs': command({
    about: 'Chooses who works on this device in this workspace; self-asserted, no password.',
    input: z.strictObject({ personId: id }),
    output: person,
    topics: ['workspace', 'device'],
  }),
  'workspace.verify': query({
    about: 'Checks the file and the hash chain of its journal, and compares the rows with it.',
    input: z.strictObject({}),
    output: z.strictObject({
      ok: z.boolean(),
      entries: z.number().int(),
      head: z.string().nullable(),
      findings: z.array(finding),
    }),
    topics: [],
  }),
  'workspace.backup': command({
    about:
      'Writes a complete copy of the workspace beside it, or to the given path, and checks it.',
    input: z.strictObject({ path: path.optional() }),
    output: z.strictObject({ path, bytes: z.number().int(), head: z.string().nullable() }),
    topics: [],
  }),
  'workspace.inspectBackup': query({
    about: 'Looks into a backup and says whether it can take the place of the open workspace.',
    input: z.strictObject({ path }),
    output: z.strictObject({
      path,
      name: z.string(),
      /** Of the newest thing anybody did in it; null where nothing was. */
      newestAt: instant.nullable(),
      head: z.string().nullable(),
      entries: z.number().int(),
      releases: z.number().int(),
      people: z.number().int(),
      /** Why it cannot be restored and what to do instead; null when it can. */
      obstacle: z.string().nullable(),
    }),
    topics: ['workspace'],
  }),
  'workspace.restore': command({
    about: 'Puts a backup in the place of the open workspace, which is kept beside it first.',
    input: z.strictObject({ path }),
    output: opened.extend({
      /** Where the workspace as it was before lies now. */
      before: path,
    }),
    topics: everyTopic,
  }),
};
