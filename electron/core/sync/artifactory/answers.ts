import { tagsAnswer } from '../oci/tags.ts';
import type { AnswerKind } from '../reading/answer-kinds.ts';
import { builds } from './builds.ts';
import { queried, storage } from './files.ts';

/** The answers of Artifactory that become rows. */
export const artifactoryAnswers: readonly AnswerKind[] = [
  storage,
  tagsAnswer(['docker-tags', 'tags']),
  queried,
  builds,
];
