import type { RunStatus } from '#shared/model/delivery/pipelines.ts';
import { word } from '../reading/place.ts';

const categories = new Map<string, RunStatus>([
  ['new', 'queued'],
  ['indeterminate', 'running'],
  ['done', 'succeeded'],
]);

/** Resolutions by which nothing was done, as Jira ships them. */
const notDone = [
  "won't do",
  "won't fix",
  'duplicate',
  'invalid',
  'declined',
  'cannot reproduce',
] as const;

/** Names of statuses are translated and made up; only the category is Jira's own. */
export function ticketStatus(
  category: string | null | undefined,
  resolution: string | null | undefined,
): { status: RunStatus; warnings: boolean } {
  const status = categories.get(word(category)) ?? 'unknown';
  const resolved = word(resolution).replaceAll('’', "'");
  if (status === 'succeeded') {
    const isNotDone = notDone.some((name) => name === resolved);
    return { status: isNotDone ? 'skipped' : status, warnings: false };
  }
  return { status, warnings: status !== 'unknown' && resolved !== '' };
}
