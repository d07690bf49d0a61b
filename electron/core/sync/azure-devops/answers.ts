import type { AnswerKind } from '../reading/answer-kinds.ts';
import { approvals, releaseApprovals } from './approvals.ts';
import { builds, runs } from './builds.ts';
import { deployments } from './deployments.ts';
import { releases } from './releases.ts';
import { timeline } from './timeline.ts';

/** The answers of Azure DevOps that become rows; those known by more of their shape first. */
export const azureAnswers: readonly AnswerKind[] = [
  builds,
  runs,
  timeline,
  deployments,
  releaseApprovals,
  approvals,
  releases,
];
