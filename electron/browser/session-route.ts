import { z } from 'zod';
import type { Clock, RandomBytes } from '#core/platform.ts';
import { HttpRefusal, sendEnvelope } from '../host/loopback/http-refusal.ts';
import { readJsonBody } from '../host/loopback/json-body.ts';
import type { Route } from '../host/loopback/server.ts';
import { newToken, sameToken } from '../host/loopback/tokens.ts';

const validForMs = 60_000;

/**
 * A URL the program opens itself stands in the process list, where other users of the machine can
 * read it. It therefore carries a code that works once and for 60 s, and the page exchanges it for
 * the token.
 */
export type SessionCode = {
  code: string;
  /** True the first time the right code is given in time. */
  redeem(given: string): boolean;
};

export function sessionCode(clock: Clock, randomBytes: RandomBytes): SessionCode {
  const code = newToken(randomBytes);
  const madeAt = clock();
  let used = false;
  return {
    code,
    redeem(given) {
      const fits = sameToken(given, code) && !used && clock() - madeAt <= validForMs;
      if (fits) used = true;
      return fits;
    },
  };
}

const body = z.strictObject({ code: z.string().min(1).max(100) });

/** `POST /api/session` with `{ "code" }`: the answer holds `{ token }`, or 401. */
export function sessionRoute(session: SessionCode, token: string): Route {
  return {
    method: 'POST',
    path: '/api/session',
    needsToken: false,
    async handle(request, response) {
      const parsed = body.safeParse(await readJsonBody(request));
      if (!parsed.success) {
        throw new HttpRefusal(
          400,
          'invalid_input',
          'Expected a body such as {"code":"…"} with the code of the opened address.',
        );
      }
      if (!session.redeem(parsed.data.code)) {
        throw new HttpRefusal(
          401,
          'forbidden',
          'The code was used already, is older than 60 seconds or belongs to another launch. Open the address that the program printed instead.',
        );
      }
      sendEnvelope(response, 200, { ok: true, value: { token } });
    },
  };
}
