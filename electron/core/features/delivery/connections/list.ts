import type { Context } from '#core/context.ts';
import { authoritiesIn, type Authority } from '#core/sync/http/way.ts';
import type { ConnectionView } from '#shared/contract/delivery/connections.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { connectionRows, toState } from './read.ts';
import { pausedNow } from './sync/due.ts';
import { tokenOf } from './token.ts';

/** Every connection, with how old its facts are and what is in its way. */
export async function listConnections(context: Context): Promise<ConnectionView[]> {
  const views = connectionRows(context.store).map(
    async ({ connection: row, connection_state: state }) => {
      const { workspaceId: _w, clocks: _c, updatedHlc: _u, deletedHlc: _d, ...connection } = row;
      const isScheduled = row.everyMinutes !== null || row.onFocus;
      return {
        ...connection,
        state: toState(state),
        hasToken: (await tokenOf(context, row.id)) !== null,
        authorities: row.ca === null ? [] : readable(row.ca),
        paused: isScheduled ? pausedNow(row.baseUrl, context) : null,
      };
    },
  );
  return Promise.all(views);
}

/** One that this machine cannot read is no reason to show no connection at all. */
function readable(ca: string): Authority[] {
  try {
    return authoritiesIn(ca);
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}
