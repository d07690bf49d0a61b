import type { AnswerKind } from '../reading/answer-kinds.ts';
import { deployments } from './deployments.ts';
import { jobs } from './jobs.ts';
import { pipelines } from './pipelines.ts';

/** The answers of GitLab that become rows. */
export const gitlabAnswers: readonly AnswerKind[] = [deployments, jobs, pipelines];
