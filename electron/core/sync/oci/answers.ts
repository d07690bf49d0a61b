import type { AnswerKind } from '../reading/answer-kinds.ts';
import { manifests } from './manifests.ts';
import { tagsAnswer } from './tags.ts';

/** The answers of a registry that become rows; its catalogue has names without a version. */
export const ociAnswers: readonly AnswerKind[] = [manifests, tagsAnswer(['tags', 'tag-list'])];
