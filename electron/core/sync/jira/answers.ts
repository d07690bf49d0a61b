import type { AnswerKind } from '../reading/answer-kinds.ts';
import { issues } from './issues.ts';
import { versions } from './versions.ts';

/** The answers of Jira that become rows. */
export const jiraAnswers: readonly AnswerKind[] = [issues, versions];
