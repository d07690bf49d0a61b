import type { AnswerKind } from '../reading/answer-kinds.ts';
import { builds } from './builds.ts';
import { jobs } from './jobs.ts';
import { pendingInput } from './pending-input.ts';
import { queue } from './queue.ts';
import { stages } from './stages.ts';

/** The answers of Jenkins that become rows; those known by more of their shape first. */
export const jenkinsAnswers: readonly AnswerKind[] = [builds, pendingInput, stages, queue, jobs];
