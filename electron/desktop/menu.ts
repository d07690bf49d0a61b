import type { MenuItemConstructorOptions } from 'electron';

export type MenuActions = {
  newWorkspace: () => void;
  openWorkspace: () => void;
  openDemo: () => void;
  backUp: () => void;
  undoEdit: () => void;
  redoEdit: () => void;
  showLog: () => void;
};

/** The application menu. Roles bring the words and keys each operating system uses for them. */
export function menuTemplate(
  actions: MenuActions,
  os: NodeJS.Platform,
  packaged: boolean,
): MenuItemConstructorOptions[] {
  const mac = os === 'darwin';
  const file: MenuItemConstructorOptions = {
    label: 'File',
    submenu: [
      { label: 'New workspace…', accelerator: 'CmdOrCtrl+Shift+N', click: actions.newWorkspace },
      { label: 'Open workspace…', accelerator: 'CmdOrCtrl+O', click: actions.openWorkspace },
      { label: 'Open demo workspace', click: actions.openDemo },
      { type: 'separator' },
      { label: 'Back up workspace', click: actions.backUp },
      { type: 'separator' },
      { role: mac ? 'close' : 'quit' },
    ],
  };
  const edit: MenuItemConstructorOptions = {
    label: 'Edit',
    submenu: [
      // Of the text in a field. Its keys reach the page first, which takes them where no text is typed.
      { role: 'undo' },
      { role: 'redo' },
      { type: 'separator' },
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
      { type: 'separator' },
      { label: 'Undo my last change', click: actions.undoEdit },
      { label: 'Redo my last change', click: actions.redoEdit },
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: 'View',
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { role: 'togglefullscreen' },
      // Reloading and looking inside are for those who build Slipway.
      ...(packaged ? [] : developerItems),
    ],
  };
  const help: MenuItemConstructorOptions = {
    role: 'help',
    submenu: [
      { label: 'Show log', click: actions.showLog },
      ...(mac ? [] : [{ role: 'about' as const }]),
    ],
  };
  const own: MenuItemConstructorOptions[] = mac ? [{ role: 'appMenu' }] : [];
  return [...own, file, edit, view, { role: 'windowMenu' }, help];
}

const developerItems: MenuItemConstructorOptions[] = [
  { type: 'separator' },
  { role: 'reload' },
  { role: 'toggleDevTools' },
];
