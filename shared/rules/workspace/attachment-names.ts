/** More than a name needs, and less than any file system takes. */
const mostCharacters = 120;

/** Common disks take 255 bytes of UTF-8; what a browser adds, as in `name (1).pdf`, must fit as well. */
const mostBytes = 230;

/** What turns the direction of a text: `invoice\u202Efdp.exe` reads as if it ended in another way. */
const overrides = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Control characters, line and paragraph separators, and the mark of a byte order. */
const controls = /[\p{Cc}\u2028\u2029\ufeff]/gu;

/** What Windows takes in no name; `:` would also name a second stream of the file. */
const unfit = /[<>:"|?*]/gu;

/** Names that are devices on Windows, whatever ending stands behind them. */
const devices = /^(con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])$/i;

/**
 * What somebody's file is called here: never a path, a device or nothing, whatever it was called
 * where it came from, and as close to that as is safe.
 */
export function safeFileName(given: string): string {
  const last = given.toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const clean = last.replace(overrides, '').replace(controls, '').replace(unfit, '_');
  const name = trimmed(shortened(trimmed(clean)));
  if (name === '') return 'file';
  // Windows reads `con .txt` as the device too: the blank before the ending counts for nothing.
  const stem = name.split('.')[0]?.trim() ?? '';
  return devices.test(stem) ? `_${name}` : name;
}

/** Blanks around it, and dots and blanks at its end, which Windows drops without a word. */
function trimmed(name: string): string {
  return name.trimStart().replace(/[.\s]+$/u, '');
}

/** A long name loses the end of its stem and keeps its ending, which says what it is. */
function shortened(name: string): string {
  const ending = endingOf(name);
  if (fits(name)) return name;
  let stem = name.slice(0, Math.min(name.length - ending.length, mostCharacters));
  const whole = [...new Intl.Segmenter('en').segment(stem)].map(({ segment }) => segment);
  while (whole.length > 0 && !fits(stem + ending)) {
    whole.pop();
    stem = whole.join('');
  }
  // One character of a thousand accents: better cut than left out.
  return stem === '' ? name.slice(0, 60).toWellFormed() : stem + ending;
}

/** The ending with its dot; what is longer than any ending in use is part of the name. */
export function endingOf(name: string): string {
  return /.(\.[^.\s]{1,15})$/u.exec(name)?.[1] ?? '';
}

/** One less than the most leaves room for what a device's name is prefixed with. */
function fits(name: string): boolean {
  return name.length < mostCharacters && new TextEncoder().encode(name).length < mostBytes;
}
