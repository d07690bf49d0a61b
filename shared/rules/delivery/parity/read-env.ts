import type { ReadSettings, Setting } from './setting.ts';
import { isSecretSetting } from './secret-settings.ts';

const start = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_.-]*)\s*=[ \t]*/;

/**
 * A `.env` file: `KEY=value` a line, with or without `export`, comments by `#`, values in quotes over
 * several lines. Variables in values are compared as they are written, not filled in. Lines that are
 * none of this are told by their number and left out.
 */
export function readEnv(text: string): ReadSettings {
  const lines = text.split(/\r\n|\r|\n/);
  const settings: Setting[] = [];
  const notes: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const [matched, key] = start.exec(line) ?? [];
    if (matched === undefined || key === undefined) {
      if (line.trim() !== '' && !line.trimStart().startsWith('#')) {
        notes.push(`Line ${at + 1} is no setting and was left out.`);
      }
      continue;
    }
    const read = readValue(lines, at, matched.length);
    if (read === null) {
      notes.push(
        `${key} in line ${at + 1} opens a quote that is never closed; its line was taken.`,
      );
    }
    const value = read?.value ?? line.slice(matched.length + 1);
    settings.push({ key, value, type: null, secret: isSecretSetting(key, value), line: at + 1 });
    at = read?.last ?? at;
  }
  return { settings, notes };
}

/** The value from a place in a line on, and the line it ends in; null where its quote is not closed. */
function readValue(
  lines: readonly string[],
  at: number,
  from: number,
): { value: string; last: number } | null {
  const line = lines[at] ?? '';
  const quote = line[from];
  if (quote !== '"' && quote !== "'") {
    return {
      value: line
        .slice(from)
        .replace(/(^|\s)#.*$/, '')
        .trim(),
      last: at,
    };
  }
  const taken: string[] = [];
  for (let last = at; last < lines.length; last += 1) {
    const rest = (lines[last] ?? '').slice(last === at ? from + 1 : 0);
    const end = endOf(rest, quote);
    if (end < 0) {
      taken.push(rest);
      continue;
    }
    const value = [...taken, rest.slice(0, end)].join('\n');
    return { value: quote === '"' ? unescaped(value) : value, last };
  }
  return null;
}

function endOf(text: string, quote: string): number {
  for (let at = 0; at < text.length; at += 1) {
    if (quote === '"' && text[at] === '\\') at += 1;
    else if (text[at] === quote) return at;
  }
  return -1;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function unescaped(text: string): string {
  return text.replace(/\\([nrt"\\$])/g, (_all, letter: string) => escapes[letter] ?? letter);
}
