import type { Plugin, ViteDevServer } from 'vite';

const moduleId = 'virtual:slipway-new-token';
const event = 'slipway:new-token';

/** Runs in the page, in development only. */
const pageCode = `
import.meta.hot.on('${event}', ({ hash }) => {
  location.hash = hash;
  location.reload();
});
`;

/**
 * Each start of the host has a token of its own, so an open page has to come back with the new one.
 * `announce` tells it; the first start finds no page yet and tells nobody.
 */
export function newTokenPlugin(): {
  plugin: Plugin;
  announce: (server: ViteDevServer, hash: string) => void;
} {
  return {
    plugin: {
      name: 'slipway-new-token',
      resolveId: (id) => (id === moduleId ? id : null),
      load: (id) => (id === moduleId ? pageCode : null),
      transformIndexHtml: () => [
        { tag: 'script', attrs: { type: 'module', src: `/@id/${moduleId}` }, injectTo: 'head' },
      ],
    },
    announce: (server, hash) => server.ws.send(event, { hash }),
  };
}
