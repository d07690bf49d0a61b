import type { AnswerKind } from '../reading/answer-kinds.ts';
import { issues } from './issues.ts';

/** The answers of GitHub's issues that become rows. */
export const githubIssuesAnswers: readonly AnswerKind[] = [issues];
