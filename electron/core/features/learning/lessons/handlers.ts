import type { Handlers } from '#core/context.ts';
import { answerLesson, lessonsForRelease, withdrawAnswer } from './on-release.ts';
import { getLesson } from './read.ts';
import { listLessons, searchLessons } from './summaries.ts';
import { addLesson, editLesson, removeLesson, removeUpdate, saveUpdate } from './write.ts';

type Names =
  | 'lessons.list'
  | 'lessons.search'
  | 'lessons.get'
  | 'lessons.add'
  | 'lessons.edit'
  | 'lessons.saveUpdate'
  | 'lessons.removeUpdate'
  | 'lessons.remove'
  | 'lessons.forRelease'
  | 'lessons.answer'
  | 'lessons.withdrawAnswer';

export const lessons: Handlers<Names> = {
  'lessons.list': (input, context) => listLessons(input, context),
  'lessons.search': (input, context) => searchLessons(input, context),
  'lessons.get': ({ id }, { store }) => getLesson(store, id),
  'lessons.add': (input, context) => addLesson(input, context),
  'lessons.edit': (input, context) => editLesson(input, context),
  'lessons.saveUpdate': (input, context) => saveUpdate(input, context),
  'lessons.removeUpdate': ({ id }, context) => removeUpdate(id, context),
  'lessons.remove': ({ id }, context) => removeLesson(id, context),
  'lessons.forRelease': ({ releaseId }, { store, now }) => lessonsForRelease(store, releaseId, now),
  'lessons.answer': (input, context) => answerLesson(input, context),
  'lessons.withdrawAnswer': (input, context) => withdrawAnswer(input, context),
};
