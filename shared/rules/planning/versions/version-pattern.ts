/**
 * A version pattern is a regular expression somebody typed, perhaps in a file from elsewhere. The
 * engine's own matcher can take longer than anybody waits on `(a+)+b`, whatever the length limit, so
 * the pattern is matched here by following all its paths at once: time grows with length × size.
 */
export type PatternNode =
  | { kind: 'character'; matches: RegExp }
  | { kind: 'sequence'; parts: PatternNode[] }
  | { kind: 'either'; options: PatternNode[] }
  | { kind: 'repeat'; part: PatternNode; min: number; max: number | null };

export type ParsedPattern = { ok: true; root: PatternNode } | { ok: false; message: string };

class NotSupported extends Error {}

const classAtom = /\[(?:\\.|[^\]\\])*\]/y;
const escapeAtom = /\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[^bBkpPcux0-9])/y;
const quantifier = /(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/y;
const groupStart = /\((?:\?:|\?<[A-Za-z]\w*>)?(?!\?)/y;

/** Reads a pattern; refuses what is no regular expression and what cannot be matched in bounded time. */
export function parsePattern(pattern: string): ParsedPattern {
  try {
    new RegExp(pattern);
    return { ok: true, root: parse(withoutAnchors(pattern)) };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

/** The whole version is matched anyway, so `^` and `$` at the ends say nothing more. */
function withoutAnchors(pattern: string): string {
  const body = pattern.startsWith('^') ? pattern.slice(1) : pattern;
  return /(?<!\\)(?:\\\\)*\$$/.test(body) ? body.slice(0, -1) : body;
}

function parse(pattern: string): PatternNode {
  let at = 0;

  function take(token: RegExp): RegExpExecArray | null {
    token.lastIndex = at;
    const found = token.exec(pattern);
    if (found) at = token.lastIndex;
    return found;
  }

  function either(): PatternNode {
    const options = [sequence()];
    while (pattern[at] === '|') {
      at += 1;
      options.push(sequence());
    }
    return options.length === 1 && options[0] ? options[0] : { kind: 'either', options };
  }

  function sequence(): PatternNode {
    const parts: PatternNode[] = [];
    while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') {
      parts.push(repeated(single()));
    }
    return { kind: 'sequence', parts };
  }

  function single(): PatternNode {
    if (take(groupStart)) {
      const inner = either();
      if (pattern[at] !== ')')
        throw new NotSupported(`a group is not closed at character ${at + 1}`);
      at += 1;
      return inner;
    }
    const atom = take(classAtom) ?? take(escapeAtom) ?? take(/[^\\^$*+?()[\]{}|]/y);
    if (!atom) {
      const found = pattern.slice(at, at + 4);
      throw new NotSupported(
        `“${found}” at character ${at + 1} is not understood here; use letters, digits, classes, groups, | and the quantifiers * + ? {n,m}, and write \\ before any other sign that is meant literally`,
      );
    }
    return { kind: 'character', matches: new RegExp(`^${atom[0]}$`) };
  }

  function repeated(part: PatternNode): PatternNode {
    const found = take(quantifier);
    if (!found) return part;
    const [text, min, comma, max] = found;
    if (text.startsWith('*')) return { kind: 'repeat', part, min: 0, max: null };
    if (text.startsWith('+')) return { kind: 'repeat', part, min: 1, max: null };
    if (text.startsWith('?')) return { kind: 'repeat', part, min: 0, max: 1 };
    const least = Number(min);
    const most = comma === undefined ? least : max ? Number(max) : null;
    return { kind: 'repeat', part, min: least, max: most };
  }

  const root = either();
  if (at < pattern.length) throw new NotSupported(`“)” at character ${at + 1} closes no group`);
  return root;
}

/** A text the pattern describes, the shortest that shows its parts; null when none was found. */
export function patternExample(node: PatternNode): string | null {
  switch (node.kind) {
    case 'character':
      return (
        [...'421rabcxyzABCXYZ0356789.-_+/:@ '].find((sign) => node.matches.test(sign)) ??
        anySign(node.matches)
      );
    case 'sequence': {
      const parts = node.parts.map(patternExample);
      return parts.includes(null) ? null : parts.join('');
    }
    case 'either':
      return node.options.map(patternExample).find((text) => text !== null) ?? null;
    case 'repeat': {
      if (node.min === 0) return '';
      const once = patternExample(node.part);
      return once === null ? null : once.repeat(Math.min(node.min, 100));
    }
  }
}

function anySign(matches: RegExp): string | null {
  for (let code = 33; code < 0x250; code += 1) {
    const sign = String.fromCharCode(code);
    if (matches.test(sign)) return sign;
  }
  return null;
}
