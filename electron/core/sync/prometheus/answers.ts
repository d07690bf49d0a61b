import type { AnswerKind } from '../reading/answer-kinds.ts';
import { alerts } from './alerts.ts';
import { rules } from './rules.ts';
import { samples } from './samples.ts';

/** The answers of Prometheus that become rows. */
export const prometheusAnswers: readonly AnswerKind[] = [samples, rules, alerts];
