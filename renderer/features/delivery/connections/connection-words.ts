import type { FeedName } from '#shared/model/delivery/pipelines.ts';
import type { ConnectionView } from '#shared/contract/delivery/connections.ts';
import type { StatusKind } from '../../../app/theme/tokens.ts';
import { ageOf, whenText } from '../../../components/when-text.ts';
import { numberText } from '../../../components/number-text.ts';

/** Minutes after which imported facts are out of date; gates use the same day. */
export const freshMinutes = 24 * 60;

export type Standing = { kind: StatusKind; label: string };

/** Where a connection stands, worst first: what keeps its facts from being fresh. */
export function standingOf(connection: ConnectionView, now: string, zone: string): Standing {
  const { lastSuccessAt, lastError, rateLimitedUntil } = connection.state;
  if (rateLimitedUntil !== null && rateLimitedUntil > now) {
    const until = whenText(rateLimitedUntil, zone, now);
    return { kind: 'waiting', label: `Rate limited until ${until}` };
  }
  if (lastError !== null) return { kind: 'failed', label: 'Last sync failed' };
  if (lastSuccessAt === null) return { kind: 'waiting', label: 'Not synced yet' };
  if (ageOf(lastSuccessAt, now) > freshMinutes * 60_000) {
    return { kind: 'out-of-date', label: 'Out of date' };
  }
  return { kind: 'passed', label: 'In step' };
}

type Counts = { added: number; updated: number; unchanged: number; rejected: number };

/** What an import did, `12 new · 3 updated · 85 unchanged`; what is none is left out. */
export function countsInWords({ added, updated, unchanged, rejected }: Counts): string {
  const parts = [
    [added, 'new'],
    [updated, 'updated'],
    [unchanged, 'unchanged'],
    [rejected, 'rejected'],
  ] as const;
  const told = parts.filter(([count]) => count > 0);
  if (told.length === 0) return 'nothing there';
  return told.map(([count, word]) => `${numberText(count)} ${word}`).join(' · ');
}

/** `api.github.com` of a base URL; what was typed where it is none. */
export function hostOf(baseUrl: string): string {
  return URL.canParse(baseUrl) ? new URL(baseUrl).host : baseUrl;
}

/** How many workflows are mapped, and how many of them gates wait for. */
export function mappingInWords({ workflows }: Pick<ConnectionView, 'workflows'>): string {
  const required = workflows.filter((workflow) => workflow.required).length;
  if (workflows.length === 0) return 'no workflow mapped';
  const count = `${workflows.length} ${workflows.length === 1 ? 'workflow' : 'workflows'}`;
  if (required === 0) return `${count}, none required`;
  return required === workflows.length ? `${count}, required` : `${count}, ${required} required`;
}

/** What a connection tells, as its tabs call it. */
export const feedWords: Readonly<Record<FeedName, string>> = {
  runs: 'Runs',
  deployments: 'Deployments',
  rollouts: 'Roll-outs',
  artefacts: 'Artefacts',
  tickets: 'Tickets',
  alerts: 'Alerts',
};
