import { z } from 'zod';
import type { ConnectionView } from '#shared/contract/delivery/connections.ts';
import { provider } from '#shared/model/delivery/pipelines.ts';
import { shortText } from '#shared/model/primitives.ts';
import { providerWords } from './providers/index.ts';

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
  .superRefine(({ provider: chosen, repository, token }, context) => {
    const words = providerWords[chosen];
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    if (!words.repository.pattern.test(repository)) {
      refuse('repository', words.repository.expected);
    }
    if (words.token && token.trim() !== '' && !words.token.pattern.test(token)) {
      refuse('token', words.token.expected);
    }
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
