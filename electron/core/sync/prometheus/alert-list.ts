import type { ImportWarning } from '#shared/model/delivery/pipelines.ts';
import type { NormalisedAlert } from '#shared/model/delivery/rows.ts';
import type { ListStep, ListThings } from '../provider.ts';
import type { NormalisedAnswer } from '../reading/answer-kinds.ts';
import { walkPages } from '../reading/walk.ts';
import { ask, openServer, refusalOf } from './server.ts';
import type { MonitoringServer, ServerKind } from './server.ts';

export type Alerts = { rows: NormalisedAlert[]; warnings: ImportWarning[] };

/**
 * All alerts of a server, in one answer. ETags, which a proxy may add, are left aside: each reading has
 * to show what is there, since what was not looked at is not healthy.
 */
export function listAlerts(
  kind: ServerKind,
  path: string,
  read: (server: MonitoringServer, body: unknown) => Alerts,
  options: ListThings,
): AsyncGenerator<ListStep<NormalisedAlert>, void, undefined> {
  const server = openServer(kind, options);
  return walkPages({
    called: kind.called,
    first: path,
    etags: { get: () => undefined, set: () => undefined },
    ask: (url) => ask(server, url),
    refused: (answer) => refusalOf(server, answer),
    read: ({ body }) => Promise.resolve({ ...read(server, body), total: null, next: null }),
  });
}

export function alertRows({ rows, warnings }: NormalisedAnswer): Alerts {
  return { rows: rows.filter((row) => row.kind === 'alert'), warnings };
}

/** How many there are, for people to see that it is the right place. */
export function standing({ rows }: Alerts): string {
  const firing = rows.filter(({ status }) => status === 'failed').length;
  return rows.length === 0
    ? 'No alert is there now'
    : `${plural(rows.length, 'alert')} now, of which ${firing} ${firing === 1 ? 'fires' : 'fire'}`;
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
