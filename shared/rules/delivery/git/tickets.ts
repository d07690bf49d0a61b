/** `PAY-914`, as facts of trackers have it. */
const key = /(?<![A-Za-z0-9-])[A-Z][A-Z0-9_]{1,9}-[1-9]\d{0,8}\b/g;
/** `#123`, `AB#123`, `owner/repo#123`, `group/project#12`. */
const hash = /(?<![\w&#/.-])(?:AB|[\w.-]+(?:\/[\w.-]+)+)?#[1-9]\d{0,8}\b/g;

/** What looks like the key of a ticket and names a standard, an algorithm or a weakness. */
const standards: readonly string[] = [
  ...['UTF', 'UCS', 'ISO', 'IEC', 'RFC', 'CVE', 'CWE', 'GHSA', 'SHA', 'MD', 'AES', 'DES', 'RSA'],
  ...['TLS', 'SSL', 'HTTP', 'HTML', 'CSS', 'ES', 'ECMA', 'PKCS', 'HMAC', 'CRC', 'PEP', 'JEP'],
  ...['ANSI', 'ASCII', 'IPV', 'IEEE', 'USB', 'PDF', 'UTC', 'GMT', 'ADR', 'BASE', 'WCAG', 'PCI'],
];

const closing = /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)\b:?\s+(?<list>\S.*)$/i;
const trailer =
  /^(?:refs?|references|tickets?|issues?|jira|story|task|work[ -]items?|part of|closes|fixes|resolves)\s*[:#]?\s*(?=\S)/i;

/** Lines and letters of a message that are looked at; what comes behind is no place for a ticket. */
const mostLines = 200;
const longestLine = 500;

export type TicketPlaces = {
  subject: string;
  body: string;
  /** The branch a merge names, which often carries the ticket. */
  branch: string;
};

/**
 * The tickets a change is about, each once, those of its subject first. In the body only closing
 * words and footers count: elsewhere a ticket may be named for comparison. `projects` are keys that
 * are known to be projects, even where they look like a standard.
 */
export function ticketsIn(
  { subject, body, branch }: TicketPlaces,
  projects: ReadonlySet<string>,
): string[] {
  const lines = body
    .split('\n', mostLines)
    .flatMap((line) => ticketLine(line.slice(0, longestLine)));
  const heads = [subject.slice(0, longestLine), branch.slice(0, longestLine)];
  const found = [...heads, ...lines].flatMap((text) => ticketsOf(text, projects));
  return [...new Set(found)].filter((ticket) => ticket.length <= 60);
}

function ticketLine(line: string): string[] {
  const text = line.trim();
  if (trailer.test(text)) return [text];
  const list = closing.exec(text)?.groups?.['list'];
  return list === undefined ? [] : [list];
}

/** In the order they stand; `GH-12` is another way to write `#12`. */
function ticketsOf(text: string, projects: ReadonlySet<string>): string[] {
  const keys = [...text.matchAll(key)].flatMap(({ 0: found, index }) => {
    const project = found.slice(0, found.lastIndexOf('-'));
    if (project === 'GH') return [{ ticket: `#${found.slice(3)}`, index }];
    const isTicket = projects.has(project) || !standards.includes(project);
    return isTicket ? [{ ticket: found, index }] : [];
  });
  const numbers = [...text.matchAll(hash)].map(({ 0: ticket, index }) => ({ ticket, index }));
  return [...keys, ...numbers].toSorted((a, b) => a.index - b.index).map(({ ticket }) => ticket);
}

const leading = /^\[?(?<ticket>[A-Z][A-Z0-9_]{1,9}-\d{1,9}|#\d{1,9})\]?(?:\s*[:,–—-]\s*|\s+)(?=\S)/;
const trailing = /\s*[([](?<ticket>[A-Z][A-Z0-9_]{1,9}-\d{1,9}|#\d{1,9})[)\]]\s*$/;

/** The words without the tickets they open with, or have in brackets at their end. */
export function withoutTicket(words: string, tickets: readonly string[]): string {
  const named = new Set(tickets);
  let rest = words;
  for (let lead = leading.exec(rest); lead !== null; lead = leading.exec(rest)) {
    if (!named.has(lead.groups?.['ticket'] ?? '')) break;
    rest = rest.slice(lead[0].length);
  }
  const tail = trailing.exec(rest);
  const isNamed = tail !== null && tail.index > 0 && named.has(tail.groups?.['ticket'] ?? '');
  return (isNamed ? rest.slice(0, tail.index) : rest).trim();
}

/** The project a ticket belongs to by its key; null for numbers. */
export function projectOf(ticket: string): string | null {
  return /^([A-Z][A-Z0-9_]{1,9})-\d+$/.exec(ticket)?.[1] ?? null;
}
