import type { IncomingMessage } from 'node:http';
import { HttpRefusal } from './http-refusal.ts';

/** Large files go through the upload endpoint; no call needs more. */
const largestBody = 8 * 1024 * 1024;

/** The JSON value of a request's body; an empty body is an empty object. */
export async function readJsonBody(request: IncomingMessage): Promise<unknown> {
  checkHeaders(request);
  const bytes = await readBytes(request);
  if (bytes.length === 0) return {};
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unreadable';
    throw new HttpRefusal(
      400,
      'invalid_input',
      `Expected JSON in UTF-8 as the body and found something else (${reason}). Send the input as one JSON value.`,
    );
  }
}

function checkHeaders(request: IncomingMessage): void {
  const { 'content-type': type, 'content-encoding': encoding } = request.headers;
  const length = Number(request.headers['content-length'] ?? 0);
  const empty = length === 0 && request.headers['transfer-encoding'] === undefined;
  // A plain HTML form can send the other types from any page; JSON it cannot.
  if (!empty && type?.split(';')[0]?.trim().toLowerCase() !== 'application/json') {
    throw new HttpRefusal(
      415,
      'invalid_input',
      'Expected a body of the type application/json. Set the Content-Type header to it.',
    );
  }
  if (encoding !== undefined && encoding !== 'identity') {
    throw new HttpRefusal(
      415,
      'invalid_input',
      'Expected an uncompressed body. Send it without Content-Encoding.',
    );
  }
  if (length > largestBody) throw tooLarge();
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving the loop early must not cut the connection: the client would never see why.
  const stream: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > largestBody) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(): HttpRefusal {
  return new HttpRefusal(
    413,
    'invalid_input',
    `The body is larger than ${largestBody / 1024 / 1024} MiB. Send large files to /api/files and give the id of the upload instead.`,
    { connection: 'close' },
  );
}
