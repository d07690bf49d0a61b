import { notJson } from './refuse.ts';

/** Bytes needed to tell one kind of file from another. */
export const beginningLength = 4;

/**
 * How many bytes of a byte order mark to skip. Refuses files that are no UTF-8 JSON but are often
 * given as such, saying how to get one that is.
 */
export function byteOrderMark(bytes: Uint8Array): number {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 3;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw notJson(
      'The file is written in UTF-16, as Windows PowerShell does with “>”. Expected UTF-8: export it again through “| Out-File -Encoding utf8”',
    );
  }
  if (first === 0x1f && second === 0x8b) throw packed('gzip');
  if (first === 0x50 && second === 0x4b) throw packed('zip');
  return 0;
}

function packed(format: string): Error {
  return notJson(
    `The file is packed with ${format}. Expected JSON: unpack it and choose the file inside`,
  );
}
