import type { AnswerKind } from '../reading/answer-kinds.ts';
import { dashboard, progression } from './dashboard.ts';
import { deployments } from './deployments.ts';
import { interruptions } from './interruptions.ts';
import { releases } from './releases.ts';
import { tasks } from './tasks.ts';

/** The answers of Octopus Deploy that become rows; those known by more of their shape first. */
export const octopusAnswers: readonly AnswerKind[] = [
  deployments,
  dashboard,
  tasks,
  progression,
  interruptions,
  releases,
];
