import type { AnswerKind } from '../reading/answer-kinds.ts';
import { deployments, deploymentStatuses } from './deployments.ts';
import { jobs } from './jobs.ts';
import { normaliseRun } from './normalise-run.ts';
import { looksLikeRun } from './recognise.ts';

const runs: AnswerKind = {
  kinds: ['workflow-runs', 'workflow-run'],
  listAt: ['workflow_runs'],
  isRow: looksLikeRun,
  read(value, { at, warnings }) {
    const row = normaliseRun(value, at, warnings);
    return row === null ? [] : [row];
  },
};

/** The answers of GitHub that become rows. */
export const githubAnswers: readonly AnswerKind[] = [runs, jobs, deployments, deploymentStatuses];
