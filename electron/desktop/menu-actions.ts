import { basename } from 'node:path';
import type { PickFile } from '#core/platform.ts';
import type { Envelope } from '#shared/contract/procedure.ts';
import type { MenuActions } from './menu.ts';

export type MenuActionOptions = {
  call: (name: string, input: unknown) => Promise<Envelope>;
  pick: (options: PickFile) => Promise<string | null>;
  showFailure: (message: string) => void;
  showLog: () => void;
  zone: string;
};

/**
 * What the menu does, through the same calls as the page: its views follow by the events these
 * calls publish, so the menu needs no way of its own into the page.
 */
export function menuActions(options: MenuActionOptions): MenuActions {
  const { call, pick, showFailure, showLog, zone } = options;

  async function report(answer: Promise<Envelope>): Promise<void> {
    const envelope = await answer;
    if (!envelope.ok) showFailure(envelope.error.message);
  }

  async function newWorkspace(): Promise<void> {
    const title = 'New workspace';
    const path = await pick({
      title,
      mode: 'save',
      extension: 'slipway',
      suggestedName: 'Releases.slipway',
    });
    if (path === null) return;
    const name = basename(path).replace(/\.slipway$/, '');
    await report(call('workspace.create', { path, name, zone }));
  }

  async function openWorkspace(): Promise<void> {
    const path = await pick({ title: 'Open workspace', mode: 'open', extension: 'slipway' });
    if (path !== null) await report(call('workspace.open', { path }));
  }

  return {
    newWorkspace: () => void newWorkspace(),
    openWorkspace: () => void openWorkspace(),
    openDemo: () => void report(call('workspace.openDemo', {})),
    backUp: () => void report(call('workspace.backup', {})),
    undoEdit: () => void report(call('edits.undo', {})),
    redoEdit: () => void report(call('edits.redo', {})),
    showLog,
  };
}
