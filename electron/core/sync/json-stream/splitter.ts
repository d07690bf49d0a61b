import { flawIn } from './flaw.ts';
import type { ElementLimits } from './limits.ts';
import { cutShort, notJson, tooLarge, unexpected } from './refuse.ts';
import { newScan, scanContainer, type Scan } from './scan.ts';
import { isBlank, isDelimiter, shown, tokenEnd } from './tokens.ts';
import type { ByteWindow } from './window.ts';

/**
 * Where an element stands in the stream: `start` inclusive, `end` exclusive. Neighbours with the same
 * `list` number have only a comma and blanks between them; 0 is an element outside any list.
 */
export type Span = { start: number; end: number; list: number; deepest: number };

const [openBrace, closeBrace, openBracket, closeBracket] = Buffer.from('{}[]');
const [comma, colon, quote] = Buffer.from(',:"');

type Expects = 'value' | 'value or end' | 'comma or end' | 'name' | 'name or end' | 'colon';

/**
 * Finds the elements of one or more JSON documents written one after the other, without parsing
 * them. A document is a list of elements, an object that holds such a list under `listName` (a
 * page), or a single element. Takes the bytes in any pieces; whatever stands between the elements
 * and is no JSON is refused with its byte offset.
 */
export class Splitter {
  readonly #listName: Buffer;
  readonly #limits: ElementLimits;
  #window: ByteWindow;
  #spans: Span[] = [];
  /** Stream offset of the next byte to look at. */
  #at: number;
  #documents = 0;
  #place: 'outside' | 'list' | 'object' = 'outside';
  #expects: Expects = 'value';
  /** The scan of a value that the bytes so far end in. */
  #scan: Scan | null = null;
  #valueStart = 0;
  #list = 0;
  /** Where the object begins, or the part of it after its last list. */
  #objectStart = 0;
  #objectDeepest = 0;
  #nameIsListName = false;
  /** The page around its lists, with their elements left out; null in an object without such a list. */
  #shell: string | null = null;

  constructor(listName: string, limits: ElementLimits, window: ByteWindow, start: number) {
    this.#listName = Buffer.from(JSON.stringify(listName));
    this.#limits = limits;
    this.#window = window;
    this.#at = start;
  }

  /** All bytes from this stream offset on must still be in the window at the next `split`. */
  keepFrom(): number {
    if (this.#place === 'object') return this.#objectStart;
    return this.#scan ? this.#valueStart : this.#at;
  }

  /** The elements that became complete with the bytes now in the window. */
  split(): Span[] {
    this.#spans = [];
    const end = this.#window.base + this.#window.length;
    let complete = true;
    while (complete && this.#at < end)
      complete = this.#scan ? this.#goOn(this.#scan) : this.#step();
    const kept = end - this.keepFrom() + (this.#shell?.length ?? 0);
    if (kept > this.#limits.maxElementBytes) throw this.#tooLarge(this.keepFrom());
    return this.#spans;
  }

  /** Refuses a stream that ends here inside a document, or held none. */
  finish(): void {
    const end = this.#window.base + this.#window.length;
    if (this.#place !== 'outside') throw this.#flaw() ?? cutShort(end, this.keepFrom());
    if (this.#documents === 0) throw notJson('The file is empty. Expected JSON with pipeline runs');
  }

  /** Reads one token; false when the bytes end inside it. */
  #step(): boolean {
    const byte = this.#byte();
    if (isBlank(byte)) {
      this.#at += 1;
      return true;
    }
    if (this.#place === 'outside') return this.#open(byte);
    switch (this.#expects) {
      case 'value or end':
        return byte === closeBracket ? this.#close() : this.#value(byte);
      case 'value':
        return this.#value(byte);
      case 'name or end':
        return byte === closeBrace ? this.#close() : this.#name(byte);
      case 'name':
        return this.#name(byte);
      case 'colon':
        if (byte !== colon) throw this.#unexpected('a colon');
        return this.#next('value');
      case 'comma or end':
        if (byte === comma) return this.#next(this.#place === 'list' ? 'value' : 'name');
        if (byte === (this.#place === 'list' ? closeBracket : closeBrace)) return this.#close();
        throw this.#unexpected(this.#place === 'list' ? 'a comma or ]' : 'a comma or }');
    }
  }

  #next(expects: Expects): true {
    this.#at += 1;
    this.#expects = expects;
    return true;
  }

  #open(byte: number | undefined): true {
    if (byte !== openBracket && byte !== openBrace) {
      throw this.#unexpected(
        this.#documents === 0 ? 'a list or an object' : 'another list or object',
      );
    }
    this.#documents += 1;
    if (byte === openBracket) return this.#openList();
    this.#place = 'object';
    this.#objectStart = this.#at;
    this.#objectDeepest = 1;
    return this.#next('name or end');
  }

  #openList(): true {
    this.#place = 'list';
    this.#list += 1;
    return this.#next('value or end');
  }

  #close(): true {
    const wasList = this.#place === 'list';
    if (wasList && this.#shell !== null) {
      this.#shell += ']';
      this.#objectStart = this.#at + 1;
      this.#place = 'object';
      return this.#next('comma or end');
    }
    this.#next('value');
    if (!wasList) this.#endObject();
    this.#place = 'outside';
    return true;
  }

  #endObject(): void {
    if (this.#shell === null) {
      this.#found({
        start: this.#objectStart,
        end: this.#at,
        list: 0,
        deepest: this.#objectDeepest,
      });
    } else if (!isJson(this.#shell + this.#text(this.#objectStart))) {
      throw unexpected(this.#objectStart, 'the end of a page in valid JSON', 'something else');
    }
    this.#shell = null;
  }

  #name(byte: number | undefined): boolean {
    if (byte !== quote) throw this.#unexpected('a name in quotes');
    const start = this.#at;
    if (!this.#token()) return false;
    const { bytes, base } = this.#window;
    this.#nameIsListName = bytes.subarray(start - base, this.#at - base).equals(this.#listName);
    this.#expects = 'colon';
    return true;
  }

  #value(byte: number | undefined): boolean {
    if (this.#place === 'object' && this.#nameIsListName && byte === openBracket) {
      this.#openList();
      this.#shell = (this.#shell ?? '') + this.#text(this.#objectStart);
      return true;
    }
    this.#valueStart = this.#at;
    if (byte === openBrace || byte === openBracket) return this.#goOn(newScan());
    if (byte !== quote && isDelimiter(byte)) throw this.#unexpected('a value');
    if (!this.#token()) return false;
    this.#endValue(0);
    return true;
  }

  #token(): boolean {
    const { bytes, base, length } = this.#window;
    const end = tokenEnd(bytes, this.#at - base, length);
    if (end >= 0) this.#at = base + end;
    return end >= 0;
  }

  #goOn(scan: Scan): boolean {
    const { bytes, base, length } = this.#window;
    const end = scanContainer(scan, bytes, this.#at - base, length);
    this.#at = base + (end < 0 ? length : end);
    this.#scan = end < 0 ? scan : null;
    if (end >= 0) this.#endValue(scan.deepest);
    return end >= 0;
  }

  #endValue(deepest: number): void {
    this.#expects = 'comma or end';
    this.#objectDeepest = Math.max(this.#objectDeepest, deepest + 1);
    if (this.#place !== 'list') return;
    this.#found({ start: this.#valueStart, end: this.#at, list: this.#list, deepest });
  }

  #found(span: Span): void {
    if (span.end - span.start > this.#limits.maxElementBytes) throw this.#tooLarge(span.start);
    this.#spans.push(span);
  }

  #byte(): number | undefined {
    return this.#window.bytes[this.#at - this.#window.base];
  }

  #text(from: number): string {
    const { bytes, base } = this.#window;
    return bytes.toString('utf8', from - base, this.#at - base);
  }

  #unexpected(expected: string): Error {
    const { bytes, base, length } = this.#window;
    return unexpected(this.#at, expected, shown(bytes.subarray(0, length), this.#at - base));
  }

  #tooLarge(offset: number): Error {
    return this.#flaw() ?? tooLarge(offset, this.#limits.maxElementBytes);
  }

  /** Where an unfinished value went wrong, if it did before the bytes ended. */
  #flaw(): Error | null {
    const { bytes, base, length } = this.#window;
    const from = this.keepFrom();
    const rest = bytes.subarray(from - base, length);
    const flaw = flawIn(rest);
    if (flaw === null || flaw.at === rest.length) return null;
    return unexpected(from + flaw.at, flaw.expected, flaw.found);
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
