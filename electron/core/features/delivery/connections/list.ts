import type { Context } from '#core/context.ts';
import { authoritiesIn } from '#core/sync/http/way.ts';
import type { ConnectionView } from '#shared/contract/delivery/connections.ts';
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
        authorities: row.ca === null ? [] : authoritiesIn(row.ca),
        paused: isScheduled ? pausedNow(row.baseUrl, context) : null,
      };
    },
  );
  return Promise.all(views);
}
