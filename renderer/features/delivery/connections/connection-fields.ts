import { z } from 'zod';
import type { ConnectionView } from '#shared/contract/delivery/connections.ts';
import { provider } from '#shared/model/delivery/pipelines.ts';
import { shortText } from '#shared/model/primitives.ts';
import { providerWords } from './provider-words.ts';

/** The form of a connection. The token is write-only: empty leaves the kept one as it is. */
export const connectionFields = z
  .object({
    provider,
    baseUrl: z
      .string()
      .trim()
      .regex(/^https?:\/\/[^\s]+$/, 'expected an address that starts with https:// or http://'),
    repository: z.string().trim(),
    name: shortText,
    token: z.string(),
  })
  .superRefine(({ provider: chosen, repository }, context) => {
    const { pattern, expected } = providerWords[chosen].repository;
    if (pattern.test(repository)) return;
    context.addIssue({ code: 'custom', path: ['repository'], message: expected });
  });
export type ConnectionFields = z.infer<typeof connectionFields>;

export const fieldNames = ['provider', 'name', 'baseUrl', 'repository', 'token'] as const;

export function fieldsOf(connection: ConnectionView | null): ConnectionFields {
  return {
    provider: connection?.provider ?? 'github',
    baseUrl: connection?.baseUrl ?? providerWords.github.baseUrl,
    repository: connection?.repository ?? '',
    name: connection?.name ?? '',
    token: '',
  };
}

/** What is sent of the token: nothing where nothing was typed. */
export function givenToken(token: string): string | undefined {
  return token.trim() === '' ? undefined : token;
}
