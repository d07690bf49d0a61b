import type { AnswerKind } from '../reading/answer-kinds.ts';
import { packages, versions } from './packages.ts';

/** The answers of GitHub Packages that become rows. */
export const githubPackagesAnswers: readonly AnswerKind[] = [packages, versions];
