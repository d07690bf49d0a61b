import type { FileBatch, FileOptions } from '../provider.ts';
import type { AnswerKind } from '../reading/answer-kinds.ts';
import { readAnswersFile } from '../reading/answers-file.ts';
import { applications, readApplication } from './applications.ts';
import { linked } from './list.ts';

const howTo = 'Export the applications with: argocd app list -o json > applications.json';

/** Applications as the API or the command line gives them, with their histories. */
export function readFile(
  chunks: AsyncIterable<Uint8Array>,
  options: FileOptions = {},
): AsyncGenerator<FileBatch, void, undefined> {
  const { baseUrl } = options;
  const answer: AnswerKind = {
    ...applications,
    read(value, place) {
      const told = readApplication(value, place);
      if (told === null) return [];
      const { now, history } = baseUrl === undefined ? told : linked(baseUrl, told);
      return [now, ...history];
    },
  };
  return readAnswersFile({ called: 'Argo CD', answers: [answer], howTo }, chunks, options);
}
