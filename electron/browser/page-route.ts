import type { PageFiles } from '../host/page/page-files.ts';
import type { Route } from '../host/loopback/server.ts';

/** The application's page and its files; they hold no data and need no token. */
export function pageRoute(files: PageFiles): Route {
  return {
    method: 'GET',
    path: '/',
    needsToken: false,
    async handle(request, response, url) {
      // The event socket must be reachable under the name the page was opened with.
      const { status, headers, body } = await files(url.pathname, [`ws://${request.headers.host}`]);
      response.writeHead(status, { ...headers, 'content-length': body.length });
      response.end(request.method === 'HEAD' ? undefined : body);
    },
  };
}
