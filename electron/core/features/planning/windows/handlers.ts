import type { Context, Handlers } from '#core/context.ts';
import { toMs } from '#core/database/select.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { WindowOccurrence } from '#shared/model/planning/window-views.ts';
import { nextOccurrences } from '#shared/rules/planning/windows/next-occurrences.ts';
import { checkTimes } from '#shared/rules/planning/windows/window-checks.ts';
import { changeOccurrence } from './change-occurrence.ts';
import { impactOf } from './impact.ts';
import { moveReleases, previewMoves } from './move-releases.ts';
import type { ApprovalsOfStart } from './move-releases.ts';
import { listWindows, requireWindow, windowViewer } from './rows.ts';
import { createWindow, deleteWindow, updateWindow } from './save.ts';

type Names =
  | 'windows.list'
  | 'windows.get'
  | 'windows.create'
  | 'windows.update'
  | 'windows.delete'
  | 'windows.occurrences'
  | 'windows.changeOccurrence'
  | 'windows.impact'
  | 'windows.previewMoves'
  | 'windows.moveReleases';

export function createWindows(approvalsOfStart: ApprovalsOfStart): Handlers<Names> {
  return {
    'windows.list': (_input, { store, now }) => listWindows(store).map(windowViewer(store, now)),
    'windows.get': ({ id }, { store, now }) => windowViewer(store, now)(requireWindow(store, id)),
    'windows.create': (input, context) => createWindow(input, context),
    'windows.update': (input, context) => updateWindow(input, context),
    'windows.delete': ({ id }, context) => deleteWindow(id, context),
    'windows.occurrences': (input, context) => occurrencesOf(input, context),
    'windows.changeOccurrence': (input, context) => changeOccurrence(input, context),
    'windows.impact': (input, context) => impactOf(input, context),
    'windows.previewMoves': (input, context) => previewMoves(input, context, approvalsOfStart),
    'windows.moveReleases': (input, context) => moveReleases(input, context),
  };
}

function occurrencesOf(
  { window, windowId, from, count, withSkipped }: Parsed<'windows.occurrences'>,
  { store, now }: Context,
): WindowOccurrence[] {
  const wanted = { from: from === undefined ? now : toMs(from), count, withSkipped };
  if (window !== undefined) return nextOccurrences(checkTimes(window), [], wanted);
  const saved = requireWindow(store, windowId ?? '');
  return nextOccurrences(saved, saved.changes, wanted);
}
