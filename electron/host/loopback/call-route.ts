import type { IncomingMessage, ServerResponse } from 'node:http';
import type { App } from '#core/platform.ts';
import { HttpRefusal, sendEnvelope, statusOf } from './http-refusal.ts';
import { readJsonBody } from './json-body.ts';
import type { Route } from './server.ts';

export type CallRouteOptions = {
  app: App;
  /** A query may be stopped when nobody waits for it any more; a command runs to its end. */
  isQuery: (procedure: string) => boolean;
  /** Aborted when the server closes. */
  closing: AbortSignal;
};

/** Who acts, as a percent-encoded id, name or e-mail address; absent takes the device's choice. */
export const actingAsHeader = 'slipway-as';

/** `POST /api/call/<procedure>`: the body is the input, the answer the envelope. */
export function callRoute({ app, isQuery, closing }: CallRouteOptions): Route {
  return {
    method: 'POST',
    path: '/api/call/',
    needsToken: true,
    async handle(request, response, url) {
      const name = url.pathname.slice('/api/call/'.length);
      if (!/^[a-z]+\.[a-z]+$/i.test(name)) {
        throw new HttpRefusal(
          404,
          'not_found',
          'Expected the name of a procedure such as releases.list after /api/call/. Run "slipway procedures" for the list.',
        );
      }
      const actingAs = actingPerson(request);
      const input = await readJsonBody(request);
      const signal = isQuery(name) ? AbortSignal.any([goneAway(response), closing]) : undefined;
      const envelope = await app.call(name, input, { actingAs, signal });
      sendEnvelope(response, statusOf(envelope), envelope);
    },
  };
}

function actingPerson(request: IncomingMessage): string | undefined {
  const header = request.headers[actingAsHeader];
  if (typeof header !== 'string' || header === '') return undefined;
  try {
    return decodeURIComponent(header);
  } catch {
    throw new HttpRefusal(
      400,
      'invalid_input',
      `Expected a percent-encoded person in the ${actingAsHeader} header. Encode it as in a URL.`,
    );
  }
}

function goneAway(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}
