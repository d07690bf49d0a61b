import { z } from 'zod';
import type { NormalisedRow } from '#shared/model/delivery/rows.ts';
import { isRecord } from '../record.ts';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { blankRun, isOver, keyFrom } from '../reading/blank-rows.ts';
import { flag, milliseconds, numericId, text } from '../reading/fields.ts';
import { storable, type Place } from '../reading/place.ts';
import { calledOf, jobPathIn } from './job-path.ts';
import { buildStatus } from './status.ts';

const build = z.object({
  number: numericId,
  url: text,
  result: text,
  building: flag,
  timestamp: milliseconds,
  duration: milliseconds,
  displayName: text,
  fullDisplayName: text,
  /** Holds nulls and empty objects between those that say something. */
  actions: z.array(z.unknown()).nullish(),
  /** Not of the build itself: an export may put the stage view's answers beside it. */
  wfapi: z.object({ status: text }).nullish(),
  pendingInputActions: z.array(z.unknown()).nullish(),
});

export const builds: AnswerKind = {
  kinds: ['builds', 'build'],
  listAt: ['builds', 'allBuilds'],
  isRow: (value) => 'number' in value && ('building' in value || 'result' in value),
  read: readBuild,
};

export function readBuild(value: Record<string, unknown>, place: Place): NormalisedRow[] {
  const found = shaped(build, value, place, 'the build');
  if (found === null) return [];
  const { building, result } = found;
  if (building === undefined && result === undefined) {
    place.warn('', 'has neither “building” nor “result”; ask for them (tree=) or for the build');
    return [];
  }
  const path = jobPathIn(found.url);
  const job = path?.job ?? jobInTitle(found.fullDisplayName);
  const externalId = keyFrom(place, job, found.number);
  if (externalId === null) return [];
  const { wfapi, pendingInputActions } = found;
  const mapped = buildStatus({
    ...{ building, result, stages: wfapi?.status },
    pendingInput: (pendingInputActions ?? []).length > 0,
  });
  const revision = revisionIn(found.actions ?? []);
  const started = found.timestamp ?? null;
  const ended = started !== null && found.duration ? started + found.duration : null;
  return [
    {
      ...blankRun,
      ...mapped,
      externalId,
      number: Number.isSafeInteger(Number(found.number)) ? Number(found.number) : null,
      workflow: job,
      workflowName: calledOf(job),
      title: storable(found.fullDisplayName || found.displayName) ?? '',
      rawStatus: storable(result ?? wfapi?.status),
      ...revision,
      url: place.link('url', found.url),
      createdAt: place.date('timestamp', started),
      startedAt: place.date('timestamp', started),
      finishedAt: isOver(mapped.status) ? place.date('duration', ended) : null,
      updatedAt: null,
    },
  ];
}

/** `shop » main #12`: what is left where a recorded build has no address. */
function jobInTitle(title: string | null | undefined): string {
  return (storable(title) ?? '').replace(/\s*#\d+\s*$/, '').replaceAll(' » ', '/');
}

function revisionIn(actions: readonly unknown[]): {
  commit: string;
  branch: string | null;
  event: string;
} {
  let commit = '';
  let branch: string | null = null;
  let event = '';
  for (const action of actions) {
    const told = aboutBuild.safeParse(isRecord(action) ? action : {}).data;
    const revision = told?.lastBuiltRevision;
    if (revision && commit === '') {
      commit = storable(revision.SHA1) ?? '';
      branch = storable(revision.branch?.[0]?.name?.replace(/^(refs\/remotes\/)?origin\//, ''));
    }
    if (event === '') event = storable(told?.causes?.[0]?.shortDescription) ?? '';
  }
  return { commit, branch, event };
}

const aboutBuild = z.object({
  causes: z.array(z.object({ shortDescription: text })).nullish(),
  lastBuiltRevision: z
    .object({ SHA1: text, branch: z.array(z.object({ name: text })).nullish() })
    .nullish(),
});
