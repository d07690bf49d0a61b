import { Refusal } from '#shared/model/refusal.ts';

/** So many bytes tell how a file is written. */
const headLength = 256;

/** The letters a report is written in, as its first bytes and its XML declaration say. */
export function encodingOf(head: Uint8Array): string {
  const [first, second, third] = head;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0x3c && second === 0x00) return 'utf-16le';
  if (first === 0x00 && second === 0x3c) return 'utf-16be';
  const text = Buffer.from(head).toString('latin1');
  const [, declared = 'utf-8'] =
    /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(text) ?? [];
  // Some programs declare what they hold in memory and write UTF-8: two bytes a letter it is not.
  return /^utf-?16/i.test(declared) ? 'utf-8' : declared;
}

/** `gzip` or `zip`, where a report was packed; null where it was not. */
export function packedWith(head: Uint8Array): string | null {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  return head[0] === 0x50 && head[1] === 0x4b ? 'zip' : null;
}

/** Makes text of bytes that come in pieces of any length. */
export function createTextDecoder() {
  let head: Uint8Array = new Uint8Array();
  let decoder: TextDecoder | null = null;
  const begin = (): string => {
    const encoding = encodingOf(head);
    try {
      decoder = new TextDecoder(encoding);
    } catch {
      const message = `The file says that it is written in “${encoding}”, which nobody here can read. Export it in UTF-8.`;
      throw new Refusal('invalid_input', message, { file: message });
    }
    return decoder.decode(head, { stream: true });
  };
  return {
    write(bytes: Uint8Array): string {
      if (decoder !== null) return decoder.decode(bytes, { stream: true });
      head = Buffer.concat([head, bytes]);
      return head.length < headLength ? '' : begin();
    },
    end(): string {
      const text = decoder === null ? begin() : '';
      return text + (decoder?.decode() ?? '');
    },
  };
}
