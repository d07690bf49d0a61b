import type { AnswerKind } from '../reading/answer-kinds.ts';
import { alerts } from './alerts.ts';

/** The answers of Alertmanager that become rows; a silence shows in the alerts it suppresses. */
export const alertmanagerAnswers: readonly AnswerKind[] = [alerts];
