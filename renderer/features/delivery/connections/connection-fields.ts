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
    ca: z.string(),
    proxy: z.string().trim(),
    /** Minutes; empty for never. */
    everyMinutes: z.string(),
    onFocus: z.boolean(),
  })
  .superRefine(({ provider: chosen, repository, token, ca, proxy }, context) => {
    const words = providerWords[chosen];
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    if (!words.repository.pattern.test(repository)) {
      refuse('repository', words.repository.expected);
    }
    if (proxy !== '' && !/^https?:\/\/[^\s]+$/.test(proxy)) {
      refuse('proxy', 'expected an address such as http://proxy.example.com:3128');
    }
    if (ca.trim() !== '' && !ca.includes('-----BEGIN CERTIFICATE-----')) {
      refuse('ca', 'expected PEM text that begins with -----BEGIN CERTIFICATE-----');
    }
    if (words.token && token.trim() !== '' && !words.token.pattern.test(token)) {
      refuse('token', words.token.expected);
    }
  });
export type ConnectionFields = z.infer<typeof connectionFields>;

export const fieldNames = [
  ...(['provider', 'name', 'baseUrl', 'repository', 'token'] as const),
  ...(['ca', 'proxy', 'everyMinutes'] as const),
];

export function fieldsOf(connection: ConnectionView | null): ConnectionFields {
  return {
    provider: connection?.provider ?? 'github',
    baseUrl: connection?.baseUrl ?? providerWords.github.baseUrl,
    repository: connection?.repository ?? '',
    name: connection?.name ?? '',
    token: '',
    ca: connection?.ca ?? '',
    proxy: connection?.proxy ?? '',
    everyMinutes: connection?.everyMinutes?.toString() ?? '',
    onFocus: connection?.onFocus ?? false,
  };
}

/** What is sent of the token: nothing where nothing was typed. */
function givenToken(token: string): string | undefined {
  return token.trim() === '' ? undefined : token;
}

/** The fields as they are sent: empty is none. */
export function sentOf({ token, ca, proxy, everyMinutes, ...fields }: ConnectionFields) {
  return {
    ...fields,
    token: givenToken(token),
    ...wayOf({ ca, proxy }),
    everyMinutes: everyMinutes === '' ? null : Number(everyMinutes),
  };
}

/** What a test goes by: where it is, and how it is reached. */
export function triedOf(fields: ConnectionFields) {
  const { provider: chosen, baseUrl, repository, token } = fields;
  return { provider: chosen, baseUrl, repository, token: givenToken(token), ...wayOf(fields) };
}

function wayOf({ ca, proxy }: Pick<ConnectionFields, 'ca' | 'proxy'>) {
  return { ca: ca.trim() === '' ? null : ca, proxy: proxy === '' ? null : proxy };
}
