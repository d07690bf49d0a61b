import type { Context } from '#core/context.ts';
import { windowChange } from '#core/database/schema/calendar.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { WindowView } from '#shared/model/planning/window-views.ts';
import { checkMoved, checkOccurrence } from '#shared/rules/planning/windows/window-changes.ts';
import { changesOf, requireWindow, windowViewer } from './rows.ts';

/** One occurrence apart from the others; the window itself stays as it is. */
export function changeOccurrence(
  { id, originalWall, to, note }: Parsed<'windows.changeOccurrence'>,
  context: Context,
): WindowView {
  const { store, now } = context;
  const window = requireWindow(store, id);
  const row = changesOf(store, id).find((change) => change.originalWall === originalWall);
  // One that is to be put back may be left over from an import whose recurrence it is not of.
  if (to.change !== 'put-back' || row === undefined) checkOccurrence(window, originalWall);
  if (to.change === 'move') checkMoved(to.startWall, to.endWall, window.zone);
  context.transact((write) => {
    if (to.change === 'put-back') {
      if (row !== undefined) write.remove(windowChange, row.id);
      return;
    }
    const moved = to.change === 'move';
    const values = {
      skipped: !moved,
      startWall: moved ? to.startWall : null,
      endWall: moved ? to.endWall : null,
      note,
    };
    if (row === undefined) {
      write.insert(windowChange, { windowId: id, originalWall, ...values });
    } else write.update(windowChange, row.id, values);
  });
  return windowViewer(store, now)(requireWindow(store, id));
}
