import type { Handlers } from '#core/context.ts';
import { listChanges } from './changes.ts';
import { lookAt } from './look.ts';
import { draftNotes } from './notes.ts';
import { listPlaces, rememberPlace } from './places.ts';
import { readRange } from './range.ts';
import { takeRows } from './take.ts';

type Names =
  | 'git.look'
  | 'git.range'
  | 'git.notes'
  | 'git.take'
  | 'git.changes'
  | 'git.places'
  | 'git.remember';

export const git: Handlers<Names> = {
  'git.look': ({ path }, context) => lookAt(path, context),
  'git.range': (input, context) => readRange(input, context),
  'git.notes': (input, context) => draftNotes(input, context),
  'git.take': (input, context) => takeRows(input, context),
  'git.changes': ({ releaseId }, { store }) => listChanges(store, releaseId),
  'git.places': (_input, context) => listPlaces(context),
  'git.remember': (input, context) => rememberPlace(input, context),
};
