import type { AnswerKind } from '../reading/answer-kinds.ts';
import { applications } from './applications.ts';
import { rollouts } from './rollout.ts';

/** The answers of Argo CD, and the objects of Argo Rollouts, that become rows. */
export const argoAnswers: readonly AnswerKind[] = [rollouts, applications];
