import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PrintedPage } from '#core/platform.ts';

/** No script, no frame, no file and no address: what is not in the document is not in the PDF. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'";

export type PrintFile = {
  /** Where the document lies, as an address. */
  url: string;
  /** A folder of its owner alone, which goes when the work is done. */
  folder: string;
};

/** Does something with a document as a file that a browser can open, and takes the file away after. */
export async function withPrintFile<T>(
  html: string,
  page: PrintedPage,
  work: (file: PrintFile) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-print-'));
  try {
    const path = join(folder, 'document.html');
    await writeFile(path, printable(html, page), { mode: 0o600 });
    return await work({ url: pathToFileURL(path).href, folder });
  } finally {
    // A browser that was ended may still write a last file into its profile.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }
}

/**
 * The policy comes before the document, so that it holds for all of it; the page size behind it, so
 * that it counts. A parser reads a second document type and head as if they were not there.
 */
export function printable(html: string, { paper, landscape }: PrintedPage): string {
  const size = `${paper} ${landscape ? 'landscape' : 'portrait'}`;
  const before = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">`;
  return `${before}${html}<style>@page { size: ${size}; }</style>`;
}
