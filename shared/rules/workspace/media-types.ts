import { endingOf } from './attachment-names.ts';

/** What nobody opens by itself: it is saved, and whoever saved it decides. */
export const unknownType = 'application/octet-stream';

type Known = { type: string; words: string; begins?: readonly (readonly (number | null)[])[] };

const bytesOf = (text: string) => [...text].map((character) => character.charCodeAt(0));

/** `null` stands for any byte: a WebP has its length behind the first four. */
const png: Known = {
  type: 'image/png',
  words: 'PNG image',
  begins: [[0x89, ...bytesOf('PNG\r\n'), 0x1a, 0x0a]],
};
const jpeg: Known = { type: 'image/jpeg', words: 'JPEG image', begins: [[0xff, 0xd8, 0xff]] };
const gif: Known = {
  type: 'image/gif',
  words: 'GIF image',
  begins: [bytesOf('GIF87a'), bytesOf('GIF89a')],
};
const webp: Known = {
  type: 'image/webp',
  words: 'WebP image',
  begins: [[...bytesOf('RIFF'), null, null, null, null, ...bytesOf('WEBP')]],
};
const office = 'application/vnd.openxmlformats-officedocument';

/**
 * The kinds of files that are called by name, by their ending. The list is closed: HTML, SVG and
 * scripts are not in it, so nothing ever serves or shows them as what they say they are.
 */
const known: Readonly<Record<string, Known>> = {
  '.png': png,
  '.jpg': jpeg,
  '.jpeg': jpeg,
  '.gif': gif,
  '.webp': webp,
  '.pdf': { type: 'application/pdf', words: 'PDF', begins: [bytesOf('%PDF-')] },
  '.txt': { type: 'text/plain', words: 'Text' },
  '.log': { type: 'text/plain', words: 'Text' },
  '.md': { type: 'text/plain', words: 'Text' },
  '.csv': { type: 'text/csv', words: 'CSV' },
  '.json': { type: 'application/json', words: 'JSON' },
  '.zip': { type: 'application/zip', words: 'ZIP' },
  '.docx': { type: `${office}.wordprocessingml.document`, words: 'Word document' },
  '.xlsx': { type: `${office}.spreadsheetml.sheet`, words: 'Excel sheet' },
  '.pptx': { type: `${office}.presentationml.presentation`, words: 'PowerPoint slides' },
};

const pictures: readonly string[] = [png, jpeg, gif, webp].map(({ type }) => type);

/** The kind of a file by its name; where the kind begins in a certain way, its content must too. */
export function mediaTypeOf(name: string, content: Uint8Array): string {
  const kind = known[endingOf(name).toLowerCase()];
  if (kind === undefined) return unknownType;
  const { type, begins } = kind;
  if (begins === undefined) return type;
  const fits = begins.some((bytes) =>
    bytes.every((byte, place) => byte === null || content[place] === byte),
  );
  return fits ? type : unknownType;
}

/** True for what may be shown where it stands: pixels alone, with nothing in them that could run. */
export function isPicture(mediaType: string): boolean {
  return pictures.includes(mediaType);
}

export function mediaTypeInWords(mediaType: string): string {
  return Object.values(known).find(({ type }) => type === mediaType)?.words ?? 'File';
}
