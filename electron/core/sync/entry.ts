import type { Source } from '#shared/model/delivery/rows.ts';
import { githubAnswers } from './github/answers.ts';
import { gitlabAnswers } from './gitlab/answers.ts';
import { readAnswer, type AnswerKind, type NormalisedAnswer } from './reading/answer-kinds.ts';

type Readable = { called: string; answers: readonly AnswerKind[] };

/** What is read of each system, by its key. */
const readable: Readonly<Record<Source, Readable>> = {
  github: { called: 'GitHub', answers: githubAnswers },
  gitlab: { called: 'GitLab', answers: gitlabAnswers },
};

/**
 * Rows from a provider's recorded answer, without a server: the same code a sync and a file import
 * use. Refuses (`invalid_input`) a kind it does not know and an answer it does not recognise.
 */
export function normalise(
  source: Source,
  kind: string | undefined,
  payload: unknown,
): NormalisedAnswer {
  const { called, answers } = readable[source];
  return readAnswer(called, answers, kind, payload);
}
