import { unreadable } from './report.ts';

/** Of one text or CDATA section so much is passed on: a captured log can be most of a report. */
const mostText = 4000;
const longestTag = 1_000_000;
/** The longest entity of XML that is none of a DOCTYPE's own: `&#x10FFFF;`. */
const longestEntity = 12;

type Mode = 'text' | 'tag' | 'cdata' | 'comment' | 'instruction' | 'doctype';

const openings: readonly [string, Mode][] = [
  ['<![CDATA[', 'cdata'],
  ['<!--', 'comment'],
  ['<?', 'instruction'],
  ['<!DOCTYPE', 'doctype'],
];

/**
 * Stands before the parser, which keeps a text until it ends: cuts long texts, leaves comments and
 * DOCTYPE out, and refuses tags without end and a DOCTYPE that declares something, so that the
 * memory stays bounded and no entity is ever expanded.
 */
export class XmlGuard {
  /** Line breaks that were not passed on; the parser's lines are counted without them. */
  droppedLines = 0;
  #mode: Mode = 'text';
  /** Characters that cannot be told yet: the beginning of markup, or of an entity. */
  #held = '';
  #run = 0;
  #quote = 0;

  pass(piece: string): string {
    const text = this.#held + piece;
    this.#held = '';
    let out = '';
    let at = 0;
    while (at < text.length) {
      const [passed, next] = this.#step(text, at);
      out += passed;
      at = next;
    }
    return out;
  }

  /** What was held back, as it stands: the parser says what is wrong with it. */
  rest(): string {
    return this.#held;
  }

  #step(text: string, at: number): [string, number] {
    switch (this.#mode) {
      case 'text':
        return text.charCodeAt(at) === 0x3c ? this.#opening(text, at) : this.#text(text, at);
      case 'cdata':
        return this.#until(text, at, ']]>', true);
      case 'comment':
        return this.#until(text, at, '-->', false);
      case 'instruction':
        return this.#until(text, at, '?>', true);
      case 'doctype':
      case 'tag':
        return this.#tag(text, at);
    }
  }

  #opening(text: string, at: number): [string, number] {
    const head = text.slice(at, at + 9);
    const found = openings.find(([opening]) => head.startsWith(opening));
    if (found === undefined) {
      const isUndecided =
        head.length === 1 || openings.some(([opening]) => opening.startsWith(head));
      if (isUndecided) {
        this.#held = head;
        return ['', text.length];
      }
    }
    const [opening, mode] = found ?? ['<', 'tag'];
    this.#mode = mode;
    this.#run = 0;
    this.#quote = 0;
    return [mode === 'doctype' ? '' : opening, at + opening.length];
  }

  #text(text: string, at: number): [string, number] {
    const next = text.indexOf('<', at);
    let end = next < 0 ? text.length : next;
    if (next < 0) {
      const entity = unfinishedEntity(text.slice(at, end));
      if (entity >= 0 && end - at - entity <= longestEntity) {
        this.#held = text.slice(at + entity);
        end = at + entity;
      }
    }
    const run = text.slice(at, end);
    const cut = this.#cut(run);
    const broken = cut.length < run.length ? unfinishedEntity(cut) : -1;
    return [broken < 0 ? cut : cut.slice(0, broken), next < 0 ? text.length : next];
  }

  /** Everything up to the mark that ends it; the mark itself is passed on whole. */
  #until(text: string, at: number, mark: string, isPassed: boolean): [string, number] {
    const found = text.indexOf(mark, at);
    if (found >= 0) {
      this.#mode = 'text';
      const inside = this.#cut(text.slice(at, found), isPassed);
      this.#run = 0;
      return [inside + mark, found + mark.length];
    }
    const end = Math.max(at, text.length - mark.length + 1);
    this.#held = text.slice(end);
    return [this.#cut(text.slice(at, end), isPassed), text.length];
  }

  #tag(text: string, from: number): [string, number] {
    const isDoctype = this.#mode === 'doctype';
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (this.#quote !== 0) {
        if (code === this.#quote) this.#quote = 0;
      } else if (code === 0x22 || code === 0x27) {
        this.#quote = code;
      } else if (code === 0x5b && isDoctype) {
        throw unreadable(
          'The XML brings declarations of its own (DOCTYPE with […]). Entities are never expanded: export the report without them.',
        );
      } else if (code === 0x3e) {
        this.#mode = 'text';
        this.#run = 0;
        return [isDoctype ? '' : text.slice(from, at + 1), at + 1];
      }
    }
    this.#run += text.length - from;
    if (this.#run > longestTag) {
      throw unreadable(
        `The XML has a tag of more than ${longestTag.toLocaleString('en')} characters. This is no report: choose the file the tool wrote.`,
      );
    }
    return [isDoctype ? '' : text.slice(from), text.length];
  }

  /** As much of it as may still be passed on in this run. */
  #cut(run: string, isPassed = true): string {
    const room = isPassed ? Math.max(0, mostText - this.#run) : 0;
    this.#run += run.length;
    if (run.length <= room) return run;
    for (let at = run.indexOf('\n', room); at >= 0; at = run.indexOf('\n', at + 1)) {
      this.droppedLines += 1;
    }
    return run.slice(0, room);
  }
}

/** Where an entity begins that does not end in the text; -1 when there is none. */
function unfinishedEntity(text: string): number {
  const at = text.lastIndexOf('&');
  return at >= 0 && !text.includes(';', at) ? at : -1;
}
