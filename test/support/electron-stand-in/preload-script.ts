/**
 * The program's preload bundle with the two modules it may use, to run before the page's scripts.
 * In Electron it has a world of its own; here it shares the page's.
 */
export function preloadScript(preload: string): string {
  return `(() => {
    // As in Electron, frames inside the page get no bridge.
    if (window.top !== window) return;
    const open = window.open;
    window.open = (url, ...rest) => {
      globalThis.standInOpened = new URL(url, location.href).href;
      return open.call(window, url, ...rest);
    };
    const listeners = new Map();
    const invoke = globalThis.standInInvoke;
    globalThis.standInEmit = (channel, args) =>
      [...(listeners.get(channel) ?? [])].forEach((listener) => listener({}, ...args));
    const ipcRenderer = {
      invoke: (channel, ...args) => invoke(channel, args),
      on(channel, listener) {
        listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
        return ipcRenderer;
      },
      removeListener(channel, listener) {
        const left = (listeners.get(channel) ?? []).filter((one) => one !== listener);
        listeners.set(channel, left);
        return ipcRenderer;
      },
    };
    const contextBridge = {
      exposeInMainWorld: (key, api) =>
        Object.defineProperty(window, key, { value: Object.freeze(api) }),
    };
    const require = (name) => {
      if (name !== 'electron') throw new Error('A sandboxed preload cannot require ' + name);
      // A browser does not tell its page where a file lies.
      const webUtils = { getPathForFile: () => '' };
      return { contextBridge, ipcRenderer, webUtils };
    };
    const module = { exports: {} };
    const exports = module.exports;
    ${preload}
  })();`;
}
