import { z } from 'zod';
import { dateText, id, longText, rev, shortText } from '#shared/model/primitives.ts';
import {
  dependencyKind,
  dependencyState,
  dependencyView,
  lagDays,
  neededBy,
} from '#shared/model/planning/plan.ts';
import { command, query } from '../procedure.ts';

export const dependencies = {
  'dependencies.list': query({
    about:
      'Lists what a release needs of others, whether it comes in time, and which releases need this one.',
    input: z.strictObject({ releaseId: id }),
    output: z.strictObject({ needs: z.array(dependencyView), neededBy: z.array(neededBy) }),
    topics: ['dependencies', 'releases', 'workspace', 'environments'],
  }),
  'dependencies.save': command({
    about:
      'Adds a dependency (with releaseId), or changes one (with id). The kind `release` names another release; its title may be left out.',
    input: z.strictObject({
      id: id.optional(),
      rev: rev.optional(),
      /** Needed to add one. */
      releaseId: id.optional(),
      kind: dependencyKind.optional(),
      title: shortText.optional(),
      targetReleaseId: id.nullable().optional(),
      ownerId: id.nullable().optional(),
      state: dependencyState.optional(),
      neededOn: dateText.nullable().optional(),
      lagDays: lagDays.optional(),
      expectedOn: dateText.nullable().optional(),
      note: longText.optional(),
    }),
    output: dependencyView,
    topics: ['dependencies'],
  }),
  'dependencies.add': command({
    about:
      'Adds what a release waits for: another release that must end first (targetReleaseId), or something else by kind and title, with a lag in working days.',
    input: z.strictObject({
      releaseId: id,
      /** Of another release; then the kind is `release` and the title may be left out. */
      targetReleaseId: id.nullable().optional(),
      kind: dependencyKind.optional(),
      title: shortText.optional(),
      lagDays: lagDays.default(0),
      expectedOn: dateText.nullable().optional(),
      neededOn: dateText.nullable().optional(),
      ownerId: id.nullable().optional(),
      note: longText.optional(),
    }),
    output: dependencyView,
    topics: ['dependencies'],
  }),
  'dependencies.remove': command({
    about: 'Takes a dependency off a release; history keeps it.',
    input: z.strictObject({ id }),
    output: z.strictObject({ id }),
    topics: ['dependencies'],
  }),
};
