import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { IncomingMessage } from 'node:http';
import type { Platform } from '#core/platform.ts';
import { HttpRefusal, sendEnvelope } from '../host/loopback/http-refusal.ts';
import type { Route } from '../host/loopback/server.ts';

export type FilesRouteOptions = {
  /** Where uploads lie until the program ends; only its owner may read it. */
  folder: string;
  uploads: Platform['uploads'];
  /** In bytes. */
  largest: number;
  newId: () => string;
};

/**
 * `POST /api/files?name=<original name>` with the bytes as the body: streams them to a file and
 * answers `{ upload, name, bytes }`. The id of the upload stands for the file in later calls.
 */
export function filesRoute({ folder, uploads, largest, newId }: FilesRouteOptions): Route {
  return {
    method: 'POST',
    path: '/api/files',
    needsToken: true,
    async handle(request, response, url) {
      const name = fileName(url.searchParams.get('name'));
      if (Number(request.headers['content-length'] ?? 0) > largest) throw tooLarge(largest);
      const upload = newId();
      // The original name is only shown; on disk it could lead anywhere.
      const path = join(folder, upload);
      const bytes = await receive(request, path, largest);
      uploads.set(upload, { path, name });
      sendEnvelope(response, 200, { ok: true, value: { upload, name, bytes } });
    },
  };
}

async function receive(request: IncomingMessage, path: string, largest: number): Promise<number> {
  let bytes = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(bytes > largest ? tooLarge(largest) : null, chunk);
    },
  });
  // Not the request itself: a pipeline destroys its source on failure, and with it the answer.
  const source = request.iterator({ destroyOnReturn: false });
  try {
    await pipeline(source, count, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return bytes;
}

function fileName(given: string | null): string {
  const last = given?.split(/[/\\]/).at(-1)?.trim() ?? '';
  if (last === '' || last.length > 255 || /\p{Cc}/u.test(last)) {
    throw new HttpRefusal(
      400,
      'invalid_input',
      'Expected the name of the file as ?name=, with 1 to 255 characters and no control characters.',
    );
  }
  return last;
}

function tooLarge(largest: number): HttpRefusal {
  return new HttpRefusal(
    413,
    'invalid_input',
    `The file is larger than ${largest.toLocaleString('en')} bytes. Split the export, or give the path of the file on this machine.`,
    { connection: 'close' },
  );
}
