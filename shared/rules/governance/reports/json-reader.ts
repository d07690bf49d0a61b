import { unreadable } from './report.ts';

/** Values at a path are taken whole; `*` stands for any name or place in a list. */
export type JsonWanted = { path: readonly string[]; take(value: unknown): void };

type Level = { isList: boolean; name: string };
type Expects = 'value' | 'value or end' | 'comma or end' | 'name' | 'name or end' | 'colon' | 'end';

const deepest = 100;
const longestValue = 8 * 1024 * 1024;
const longestName = 10_000;
const scalar = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)$/;
const expected: Record<Expects, string> = {
  value: 'a value',
  'value or end': 'a value or ]',
  'comma or end': 'a comma or the closing bracket',
  name: 'a name in quotes',
  'name or end': 'a name in quotes or }',
  colon: 'a colon',
  end: 'the end of the file',
};

/**
 * Reads JSON in pieces: only what is wanted is made into values, one after the other, so that the
 * memory stays bounded however long the lists are. Refuses what is damaged, cut short or nested
 * deeper than any report, with the place.
 */
export class JsonReader {
  readonly #wanted: readonly JsonWanted[];
  readonly #onEnd: ((path: readonly string[]) => void) | undefined;
  readonly #levels: Level[] = [];
  #expects: Expects = 'value';
  #inString = false;
  #escaped = false;
  /** The token being read, where it is needed: a name, a number or a word. */
  #token: string | null = null;
  #isName = false;
  /** How deep the object or list that is being taken is open here; JSON.parse reads it at its end. */
  #inside = 0;
  /** What is being taken, from which depth, and from where in this piece. */
  #taking: { wanted: JsonWanted; depth: number; parts: string[]; size: number } | null = null;
  #from = 0;
  #read = 0;

  /** `onEnd` is told the path of each object or list that ends outside of what is taken. */
  constructor(wanted: readonly JsonWanted[], onEnd?: (path: readonly string[]) => void) {
    this.#wanted = wanted;
    this.#onEnd = onEnd;
  }

  write(piece: string): void {
    this.#from = 0;
    let at = 0;
    while (at < piece.length) {
      if (this.#inside > 0) at = this.#skip(piece, at);
      else if (this.#inString) at = this.#string(piece, at);
      else if (this.#token !== null) at = this.#word(piece, at);
      else at = this.#step(piece, at);
    }
    this.#keep(piece.slice(this.#from));
    this.#read += piece.length;
  }

  end(): void {
    if (this.#token !== null && !this.#inString) this.#word(' ', 0);
    if (this.#expects === 'end' && !this.#inString && this.#inside === 0) return;
    if (this.#read === 0) throw unreadable('The file is empty. Choose the report the tool wrote.');
    throw unreadable(
      `The JSON ends after ${this.#read.toLocaleString('en')} characters, where ${expected[this.#expects]} was expected: it is cut short. Export it again.`,
    );
  }

  #string(piece: string, from: number): number {
    for (let at = from; at < piece.length; at++) {
      const code = piece.charCodeAt(at);
      if (this.#escaped) this.#escaped = false;
      else if (code === 0x5c) this.#escaped = true;
      else if (code === 0x22) {
        this.#inString = false;
        if (this.#isName) this.#endName(piece.slice(from, at + 1), at);
        else this.#endValue(piece, at + 1);
        return at + 1;
      }
    }
    if (this.#isName) {
      this.#token = (this.#token ?? '') + piece.slice(from);
      if (this.#token.length > longestName) throw this.#refuse(from, 'a name of a sensible length');
    }
    return piece.length;
  }

  #endName(rest: string, at: number): void {
    const name = textOf((this.#token ?? '') + rest);
    if (name === null) throw this.#refuse(at, 'a name in quotes');
    const level = this.#levels.at(-1);
    if (level !== undefined) level.name = name;
    this.#token = null;
    this.#isName = false;
    this.#expects = 'colon';
  }

  #word(piece: string, from: number): number {
    let at = from;
    while (at < piece.length && !/[\s,\]}]/.test(piece.charAt(at))) at += 1;
    const token = (this.#token ?? '') + piece.slice(from, at);
    if (at < piece.length || piece === '') {
      if (!scalar.test(token)) throw this.#refuse(at, 'a number, true, false or null');
      this.#token = null;
      this.#endValue(piece, at);
    } else {
      if (token.length > 1000) throw this.#refuse(at, 'a number, true, false or null');
      this.#token = token;
    }
    return at;
  }

  #step(piece: string, at: number): number {
    const char = piece.charAt(at);
    if (char === ' ' || char === '\n' || char === '\r' || char === '\t') return at + 1;
    const level = this.#levels.at(-1);
    if (this.#expects === 'colon' && char === ':') this.#expects = 'value';
    else if (this.#expects === 'comma or end' && char === ',') {
      this.#expects = level?.isList === true ? 'value' : 'name';
    } else if (isEnd(this.#expects, char, level)) {
      this.#levels.pop();
      this.#onEnd?.(this.#levels.map(({ name }) => name));
      this.#endValue(piece, at + 1);
    } else if (this.#expects.startsWith('name') && char === '"') {
      this.#inString = true;
      this.#isName = true;
      this.#token = '"';
    } else if (this.#expects.startsWith('value')) this.#begin(piece, at, char);
    else throw this.#refuse(at, expected[this.#expects], char);
    return at + 1;
  }

  #begin(piece: string, at: number, char: string): void {
    this.#match(at);
    if ((char === '{' || char === '[') && this.#taking !== null) this.#inside = 1;
    else if (char === '{' || char === '[') {
      this.#levels.push({ isList: char === '[', name: '' });
      this.#refuseDepth(this.#levels.length, at);
      this.#expects = char === '[' ? 'value or end' : 'name or end';
    } else if (char === '"') this.#inString = true;
    else if (/[-\dtfn]/.test(char)) this.#token = char;
    else throw this.#refuse(at, expected[this.#expects], piece.charAt(at));
  }

  /** Goes through what is being taken, as far as it is there: brackets and strings tell where it ends. */
  #skip(piece: string, from: number): number {
    for (let at = from; at < piece.length; at++) {
      const code = piece.charCodeAt(at);
      if (this.#escaped) this.#escaped = false;
      else if (this.#inString) {
        if (code === 0x5c) this.#escaped = true;
        else if (code === 0x22) this.#inString = false;
      } else if (code === 0x22) this.#inString = true;
      else if (code === 0x7b || code === 0x5b) {
        this.#inside += 1;
        this.#refuseDepth(this.#levels.length + this.#inside, at);
      } else if ((code === 0x7d || code === 0x5d) && --this.#inside === 0) {
        this.#endValue(piece, at + 1);
        return at + 1;
      }
    }
    return piece.length;
  }

  #refuseDepth(depth: number, at: number): void {
    if (depth <= deepest) return;
    throw unreadable(
      `The JSON is nested more than ${deepest} levels deep after ${this.#offset(at)} characters, as no report is. Choose the file the tool wrote.`,
    );
  }

  /** Starts taking the value that begins here, where it is wanted. */
  #match(at: number): void {
    if (this.#taking !== null) return;
    const levels = this.#levels;
    const wanted = this.#wanted.find(
      ({ path }) =>
        path.length === levels.length &&
        path.every((name, depth) => name === '*' || name === levels[depth]?.name),
    );
    if (wanted === undefined) return;
    this.#taking = { wanted, depth: levels.length, parts: [], size: 0 };
    this.#from = at;
  }

  #endValue(piece: string, end: number): void {
    this.#expects = this.#levels.length === 0 ? 'end' : 'comma or end';
    const taking = this.#taking;
    if (taking === null || taking.depth !== this.#levels.length) return;
    this.#keep(piece.slice(this.#from, end));
    this.#taking = null;
    taking.wanted.take(this.#valueOf(taking.parts.join(''), end));
  }

  #valueOf(text: string, end: number): unknown {
    try {
      const value: unknown = JSON.parse(text);
      return value;
    } catch {
      throw this.#refuse(end, 'valid JSON in the value that ends here');
    }
  }

  #keep(part: string): void {
    const taking = this.#taking;
    if (taking === null) return;
    taking.parts.push(part);
    taking.size += part.length;
    if (taking.size <= longestValue) return;
    throw unreadable(
      `One entry under “${taking.wanted.path.join('.')}” is longer than ${longestValue.toLocaleString('en')} characters, as none of a report is. Choose the file the tool wrote.`,
    );
  }

  #refuse(at: number, wanted: string, found?: string): Error {
    const instead = found === undefined ? '' : `, found “${found}”`;
    return unreadable(
      `The JSON is damaged after ${this.#offset(at)} characters: expected ${wanted}${instead}. Export the report again.`,
    );
  }

  #offset(at: number): string {
    return (this.#read + at).toLocaleString('en');
  }
}

function isEnd(expects: Expects, char: string, level: Level | undefined): boolean {
  if (level === undefined) return false;
  if (level.isList) return char === ']' && /end/.test(expects);
  return char === '}' && (expects === 'comma or end' || expects === 'name or end');
}

function textOf(token: string): string | null {
  try {
    const value: unknown = JSON.parse(token);
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}
