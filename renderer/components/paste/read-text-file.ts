/** A list of 500 rows is far smaller; what is larger is another file. */
const mostBytes = 1_000_000;

type TextFile = { ok: true; text: string } | { ok: false; reason: string };

/** The text of a file, or why it is none. */
export async function readTextFile(file: File): Promise<TextFile> {
  if (file.size > mostBytes) {
    const size = (file.size / 1_000_000).toFixed(1);
    return refuse(`This file has ${size} MB; at most 1 MB is read. Choose the list alone.`);
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return refuse('This file is not UTF-8 text. Save it as “CSV UTF-8” and choose it again.');
  }
  if (text.includes('\0')) return refuse('This file is no text. Save the list as CSV.');
  return text.trim() === '' ? refuse('This file is empty.') : { ok: true, text };
}

function refuse(reason: string): TextFile {
  return { ok: false, reason };
}
