import type { Provider } from '#shared/model/delivery/pipelines.ts';

/** A connection that tells of tickets. */
export type Tracker = { id: string; provider: Provider; repository: string };

/** Those that count their tickets, so that two of them have the same ones. */
const counting: readonly Provider[] = ['github-issues', 'gitlab-issues'];

const trackers: readonly Provider[] = ['jira', ...counting];

export function isTracker(provider: Provider): boolean {
  return trackers.includes(provider);
}

/** What a scope item keeps of the name of a ticket. */
const longest = 60;

/**
 * What scope items call a ticket, the name it is taken by first. `#12` is a name where one tracker of
 * the workspace counts its tickets; where several do, it could be any of theirs.
 */
export function ticketNames(key: string, tracker: Tracker, all: readonly Tracker[]): string[] {
  if (!key.startsWith('#')) return [key];
  const isOnly = all.filter(({ provider }) => counting.includes(provider)).length < 2;
  const full = `${tracker.repository}${key}`;
  if (full.length > longest) return [key];
  return isOnly ? [key, full] : [full];
}

/** Names as they are compared: people write `pay-12`, too. */
export function sameName(name: string): string {
  return name.trim().toUpperCase();
}
