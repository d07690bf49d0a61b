import { z } from 'zod';
import { nameHolder, readEndpoint, type Endpoint } from '#core/endpoint.ts';
import type { CallOptions } from '#core/platform.ts';
import type { Envelope } from '#shared/contract/procedure.ts';
import { errorCodes } from '#shared/model/refusal.ts';
import { actingAsHeader } from '../host/loopback/call-route.ts';

const envelope = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({
    ok: z.literal(false),
    error: z.object({
      code: z.enum(errorCodes),
      message: z.string(),
      fields: z.record(z.string(), z.string()).optional(),
    }),
  }),
]);

/**
 * Hands a call to the application that holds the workspace. Null when nobody answers there: the
 * endpoint was left behind, or its workspace was closed in the meantime.
 */
export async function callHolder(
  workspacePath: string,
  procedure: string,
  input: unknown,
  options: CallOptions,
): Promise<Envelope | null> {
  const endpoint = readEndpoint(workspacePath);
  if (!endpoint) return null;
  const response = await send(endpoint, procedure, input, options);
  // 401: another process has the port now, or the holder has moved to another workspace.
  if (response === null || response.status === 401) return null;
  const parsed = envelope.safeParse(await response.json().catch(() => null));
  if (parsed.success) return parsed.data;
  const message = `${workspacePath} is open in another Slipway (${nameHolder(endpoint)}), which gave no answer that can be read. Close it there and try again.`;
  return { ok: false, error: { code: 'unavailable', message } };
}

async function send(
  endpoint: Endpoint,
  procedure: string,
  input: unknown,
  { actingAs, signal }: CallOptions,
): Promise<Response | null> {
  const headers: Record<string, string> = {
    authorization: `Bearer ${endpoint.token}`,
    'content-type': 'application/json',
  };
  if (actingAs !== undefined) headers[actingAsHeader] = encodeURIComponent(actingAs);
  try {
    return await fetch(`${endpoint.url}/api/call/${encodeURIComponent(procedure)}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(input),
      redirect: 'error',
      signal,
    });
  } catch (error) {
    if (isRefused(error)) return null;
    // Something was sent: a second attempt here could do it twice.
    throw error;
  }
}

function isRefused(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && cause.code === 'ECONNREFUSED';
}
