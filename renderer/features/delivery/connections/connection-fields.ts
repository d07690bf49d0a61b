import { z } from 'zod';
import type { ConnectionView } from '#shared/contract/delivery/connections.ts';
import { shortText } from '#shared/model/primitives.ts';

/** The form of a connection. The token is write-only: empty leaves the kept one as it is. */
export const connectionFields = z.object({
  baseUrl: z
    .string()
    .trim()
    .regex(/^https?:\/\/[^\s]+$/, 'expected an address that starts with https:// or http://'),
  repository: z
    .string()
    .trim()
    .regex(/^[^\s/?#]+\/[^\s/?#]+$/, 'expected owner/name, such as acme/payments-api'),
  name: shortText,
  token: z.string(),
});
export type ConnectionFields = z.infer<typeof connectionFields>;

export const fieldNames = ['name', 'baseUrl', 'repository', 'token'] as const;

export function fieldsOf(connection: ConnectionView | null): ConnectionFields {
  return {
    baseUrl: connection?.baseUrl ?? 'https://api.github.com',
    repository: connection?.repository ?? '',
    name: connection?.name ?? '',
    token: '',
  };
}

/** What is sent of the token: nothing where nothing was typed. */
export function givenToken(token: string): string | undefined {
  return token.trim() === '' ? undefined : token;
}
