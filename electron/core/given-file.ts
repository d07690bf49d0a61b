import { basename, resolve } from 'node:path';
import type { GivenFile } from '#shared/model/given-file.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { Platform } from './platform.ts';

/** Where the file somebody chose lies now, and what it was called where it came from. */
export function locateFile(file: GivenFile, platform: Platform): { path: string; name: string } {
  if ('path' in file) {
    const path = resolve(file.path);
    return { path, name: basename(path) };
  }
  const upload = platform.uploads.get(file.upload);
  if (upload !== undefined) return upload;
  throw new Refusal(
    'not_found',
    'The uploaded file is no longer here: uploads are kept only while this program runs. Choose the file again.',
  );
}
