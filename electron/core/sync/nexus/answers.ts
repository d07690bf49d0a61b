import type { AnswerKind } from '../reading/answer-kinds.ts';
import { components } from './components.ts';

/** The answers of Nexus that become rows. */
export const nexusAnswers: readonly AnswerKind[] = [components];
