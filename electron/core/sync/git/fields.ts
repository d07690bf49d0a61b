/** What of one field is kept; a message is longer only by mistake or malice. */
const longestField = 20_000;
/** Once so much is kept, of each further field only its beginning is. */
const mostKept = 32_000_000;
const shortenedField = 1_000;

export type FieldReader = {
  take(chunk: Uint8Array): void;
  /** The fields, the last one whether or not a NUL ended it. */
  end(): string[];
};

/**
 * Splits what a program prints at each NUL. However long it is, what is kept is bounded: fields are
 * cut, never dropped, so that their count stays right. Bytes that are no UTF-8 become U+FFFD.
 */
export function createFieldReader(): FieldReader {
  const decoder = new TextDecoder('utf-8');
  const fields: string[] = [];
  let parts: Uint8Array[] = [];
  let size = 0;
  let kept = 0;

  function keep(bytes: Uint8Array): void {
    const longest = kept > mostKept ? shortenedField : longestField;
    const part = bytes.subarray(0, Math.max(0, longest - size));
    size += bytes.length;
    if (part.length === 0) return;
    // The chunk is the stream's own and may be used again.
    parts.push(Uint8Array.from(part));
    kept += part.length;
  }

  function close(): void {
    fields.push(decoder.decode(Buffer.concat(parts)));
    parts = [];
    size = 0;
  }

  return {
    take(chunk) {
      let from = 0;
      for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
        keep(chunk.subarray(from, end));
        close();
        from = end + 1;
      }
      keep(chunk.subarray(from));
    },
    end() {
      if (size > 0) close();
      return fields;
    },
  };
}
