import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import type { AppEvent } from '#shared/contract/procedure.ts';
import type { CallMessage, PreloadApi } from './preload-api.ts';

/**
 * The only bridge between the page and the program: two channels, `call` and `event`, and the place
 * of a file that people dropped. Nothing of Electron is handed over, neither an object nor an event.
 */
const api: PreloadApi = {
  call(name, input, options = {}) {
    const { actingAs, key } = options;
    const message: CallMessage = { name, input: JSON.stringify(input ?? {}), actingAs, key };
    return ipcRenderer.invoke('call', message);
  },
  async cancel(key) {
    const message: CallMessage = { cancel: key };
    await ipcRenderer.invoke('call', message);
  },
  onEvent(listener) {
    const forward = (_event: IpcRendererEvent, event: AppEvent) => listener(event);
    ipcRenderer.on('event', forward);
    return () => ipcRenderer.removeListener('event', forward);
  },
  pathOf: (file) => webUtils.getPathForFile(file),
};

contextBridge.exposeInMainWorld('slipway', api);
