import { inflateSync } from 'node:zlib';

/** What a test asks of a PDF: its pages in points, and its words in the order they are painted. */
export type ReadPdf = { pages: { width: number; height: number }[]; text: string };

type PdfObject = { words: string; stream: string | null };

/** Reads PDFs as Chromium writes them: objects in clear, streams deflated, text as glyphs. */
export function readPdf(bytes: Buffer): ReadPdf {
  if (bytes.subarray(0, 5).toString() !== '%PDF-') throw new Error('These bytes are no PDF.');
  const objects = objectsOf(bytes);
  const pages = [...objects.values()].flatMap(({ words }) => {
    const box = /\/Type \/Page\b(?!s)/.test(words) ? boxOf(words) : null;
    return box === null ? [] : [box];
  });
  const contents = [...objects.values()].flatMap(({ stream }) =>
    stream !== null && / Tf\b/.test(stream) ? [stream] : [],
  );
  return { pages, text: contents.map((content) => wordsOf(content, objects)).join('\n') };
}

function objectsOf(bytes: Buffer): Map<string, PdfObject> {
  const file = bytes.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const { 1: number = '', 2: words = '', index, 0: head } of file.matchAll(
    /^(\d+) 0 obj\s([\s\S]*?)(?=\bstream\r?\n|\bendobj\b)/gm,
  )) {
    const length = Number(/\/Length (\d+)/.exec(words)?.[1] ?? Number.NaN);
    const begin = /^stream\r?\n/.exec(file.slice(index + head.length));
    const from = index + head.length + (begin?.[0].length ?? 0);
    const raw = begin === null ? null : bytes.subarray(from, from + length);
    const isDeflated = words.includes('/FlateDecode');
    const stream = raw === null ? null : isDeflated ? inflated(raw) : raw.toString('latin1');
    objects.set(number, { words, stream });
  }
  return objects;
}

/** Pictures and fonts are streams too, and not for reading. */
function inflated(raw: Buffer): string {
  return inflateSync(raw).toString('latin1');
}

function boxOf(words: string): { width: number; height: number } | null {
  const box = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(words);
  return box === null
    ? null
    : { width: Math.round(Number(box[1])), height: Math.round(Number(box[2])) };
}

function wordsOf(content: string, objects: ReadonlyMap<string, PdfObject>): string {
  let letters = new Map<string, string>();
  const parts: string[] = [];
  for (const [whole, font, shown] of content.matchAll(
    /\/F(\d+) [\d.]+ Tf|((?:<[\da-fA-F]*>|\[[^\]]*\])\s*T[jJ])|\bET\b/g,
  )) {
    if (font !== undefined) letters = lettersOf(font, objects);
    else if (shown === undefined) parts.push('\n');
    else {
      for (const [, hex = ''] of whole.matchAll(/<([\da-fA-F]*)>/g)) {
        const codes = hex.match(/.{4}/g) ?? [];
        parts.push(codes.map((code) => letters.get(code.toUpperCase()) ?? '\ufffd').join(''));
      }
    }
  }
  return parts.join('');
}

/** What the glyphs of a font stand for, by the table it carries for copying text. */
function lettersOf(font: string, objects: ReadonlyMap<string, PdfObject>): Map<string, string> {
  const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font)?.words ?? '')?.[1] ?? '';
  const map = objects.get(table)?.stream ?? '';
  const letters = new Map<string, string>();
  const put = (code: number, letter: number) =>
    letters.set(code.toString(16).toUpperCase().padStart(4, '0'), String.fromCodePoint(letter));
  for (const [, block = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', letter = ''] of block.matchAll(/<([\da-fA-F]+)> <([\da-fA-F]+)>/g)) {
      put(Number.parseInt(code, 16), Number.parseInt(letter, 16));
    }
  }
  for (const [, block = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', letter = ''] of block.matchAll(
      /<([\da-fA-F]+)> <([\da-fA-F]+)> <([\da-fA-F]+)>/g,
    )) {
      const [first, last] = [Number.parseInt(from, 16), Number.parseInt(to, 16)];
      for (let code = first; code <= last; code += 1) {
        put(code, Number.parseInt(letter, 16) + code - first);
      }
    }
  }
  return letters;
}
