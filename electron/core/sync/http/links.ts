import { Refusal } from '#shared/model/refusal.ts';
import { redact, type Credential } from './credential.ts';
import { followable } from './same-origin.ts';

const link = /<([^>]*)>((?:\s*;\s*[^\s;,="]+(?:\s*=\s*(?:"[^"]*"|[^\s;,"]*))?)*)/g;
const relation = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i;

/** The target of a Link header's entry with this relation (RFC 8288), as written; null when none. */
export function linkTarget(header: string | null, rel: string): string | null {
  for (const [, target = '', parameters = ''] of (header ?? '').matchAll(link)) {
    const found = relation.exec(parameters);
    const names = (found?.[1] ?? found?.[2] ?? '').toLowerCase().split(/\s+/);
    if (names.includes(rel)) return target;
  }
  return null;
}

/**
 * The next page's absolute address from a Link header, null on the last page. Relative links are
 * resolved against the page they came with. Refuses (`forbidden`) a link to another origin: the
 * credential goes with the request, and leaving the pages out would be silently partial.
 */
export function nextPage(
  headers: Headers,
  pageUrl: string,
  credential: Credential | null,
): string | null {
  const target = linkTarget(headers.get('link'), 'next');
  if (target === null) return null;
  const next = followable(target, pageUrl);
  if (next.ok) return next.url;
  const message = `The link to the next page leads to ${next.why}, not to ${new URL(pageUrl).origin}. It was not followed and the token was not sent there. Check the base URL, and the public address the server is set up with`;
  throw new Refusal('forbidden', redact(message, credential));
}
