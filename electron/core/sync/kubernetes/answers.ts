import type { AnswerKind } from '../reading/answer-kinds.ts';
import { pods } from './pods.ts';
import { rolloutAnswers } from './rollouts.ts';

/** The objects of Kubernetes that become rows. */
export const kubernetesAnswers: readonly AnswerKind[] = [...rolloutAnswers, pods];
