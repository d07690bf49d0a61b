import type { AnswerKind } from '../reading/answer-kinds.ts';
import { issues } from './issues.ts';

/** The answers of GitLab's issues that become rows. */
export const gitlabIssuesAnswers: readonly AnswerKind[] = [issues];
