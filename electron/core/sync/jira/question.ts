import type { TicketQuestion } from '#shared/model/delivery/tickets.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { projectKeys } from '#shared/rules/delivery/jira-address.ts';

/** What is asked of each issue: without, Jira sends ids alone, or everything there is. */
export const fields = [
  ...['summary', 'status', 'resolution', 'issuetype', 'priority', 'assignee', 'labels'],
  ...['fixVersions', 'created', 'updated', 'resolutiondate'],
].join(',');

/**
 * The condition a place stands for: keys of projects, or a JQL of one's own without its order, which
 * is Slipway's. Refuses (`invalid_input`, with the field it was typed in) what is neither.
 */
export function conditionOf(place: string, field: 'repository' | 'jql' = 'repository'): string {
  const text = place.trim();
  const keys = projectKeys(text);
  // Quoted, since a key can be a word of the language.
  if (keys !== null) return `project in (${keys.map((key) => `"${key}"`).join(', ')})`;
  const { condition, flaw } = takenApart(text);
  if (flaw !== null) {
    throw refuse(
      field,
      `“${shorten(text)}” is no JQL: ${flaw}. Correct it, or type keys of projects`,
    );
  }
  if (!/[=~<>]|\b(?:in|is|was|changed)\b/i.test(condition)) {
    throw refuse(
      field,
      `“${shorten(text)}” is neither keys of projects nor a JQL. Type keys such as PAY, OPS, or a JQL such as project = PAY AND fixVersion = "2.4.0"`,
    );
  }
  return `(${condition})`;
}

/**
 * The question of a sync, the longest unchanged first. How far it goes back is said in minutes before
 * the server's own now: a date would be read in the time zone of the token's owner, in which an hour
 * comes twice a year, and which changes with a setting.
 */
export function changedJql(condition: string, since: string | null, serverNow: number): string {
  const order = 'ORDER BY updated ASC, key ASC';
  if (since === null) return `${condition} ${order}`;
  // Jira counts whole minutes and takes a moment to know what was just written.
  const minutes = Math.max(1, Math.ceil((serverNow - Date.parse(since)) / 60_000) + 1);
  return `${condition} AND updated >= -${minutes}m ${order}`;
}

/** What a question narrows a place to; a JQL of its own takes the place's stead. */
export function askedFor(place: string, { jql, release, label }: TicketQuestion): string {
  return [
    jql === undefined ? place : conditionOf(jql, 'jql'),
    ...(release === undefined ? [] : [`fixVersion = ${quoted(release)}`]),
    ...(label === undefined ? [] : [`labels = ${quoted(label)}`]),
  ].join(' AND ');
}

function quoted(name: string): string {
  return `"${name.replace(/["\\]/g, '\\$&')}"`;
}

type Taken = { condition: string; flaw: string | null };

/** A JQL up to its ORDER BY. What is in quotes is skipped; a bracket left open would turn the rest. */
function takenApart(jql: string): Taken {
  let open = 0;
  for (let at = 0; at < jql.length; at += 1) {
    const letter = jql.charAt(at);
    if (letter === '"' || letter === "'") {
      at = closingQuote(jql, at);
      if (at < 0) return { condition: jql, flaw: `the quote ${letter} is not closed` };
    } else if (letter === '(') open += 1;
    else if (letter === ')') {
      open -= 1;
      if (open < 0) return { condition: jql, flaw: 'a bracket is closed that was not opened' };
    } else if (open === 0 && /^order\s+by\b/i.test(jql.slice(at)) && isStart(jql, at)) {
      return { condition: jql.slice(0, at).trim(), flaw: null };
    }
  }
  return { condition: jql, flaw: open > 0 ? 'a bracket is not closed' : null };
}

function isStart(jql: string, at: number): boolean {
  return at === 0 || /[\s)"']/.test(jql.charAt(at - 1));
}

/** Where the quote that opens at a place closes; -1 where it does not. A backslash guards the next letter. */
function closingQuote(jql: string, from: number): number {
  const quote = jql.charAt(from);
  for (let at = from + 1; at < jql.length; at += 1) {
    if (jql.charAt(at) === '\\') at += 1;
    else if (jql.charAt(at) === quote) return at;
  }
  return -1;
}

function shorten(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100).toWellFormed()}…` : text;
}

function refuse(field: string, message: string): Refusal {
  return new Refusal('invalid_input', message, { [field]: message });
}
