import type { Source } from '#shared/model/delivery/rows.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';

/** One full row of each answer of each provider: what tests begin with, and mutate. */
export const fullRows: Readonly<Record<Source, Readonly<Record<string, object>>>> = {
  github,
  gitlab,
};
