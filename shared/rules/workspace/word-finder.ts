/** Finds the value that one of its words stands for; blanks, dashes and capitals do not matter. */
export function wordFinder<Value extends string>(table: Record<Value, readonly string[]>) {
  const pairs = Object.entries<readonly string[]>(table);
  const known = new Map(pairs.flatMap(([value, words]) => words.map((word) => [word, value])));
  const isValue = (text: string | undefined): text is Value =>
    text !== undefined && Object.hasOwn(table, text);
  return (text: string): Value | null => {
    const value = known.get(plainWord(text));
    return isValue(value) ? value : null;
  };
}

/** In lower case, with single blanks for dashes and underscores. */
export function plainWord(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
}

/** A text on one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Quoted in a sentence; the line itself shows it whole. */
export function clipped(text: string): string {
  const line = oneLine(text);
  return line.length > 60 ? `${line.slice(0, 60).toWellFormed()}…` : line;
}

/**
 * Columns by what the first record calls them; null where it is no heading but a row already, since
 * it does not name what every row needs, or names that among other words.
 */
export function headingOf<Field extends string>(
  cells: readonly string[],
  fieldOf: (text: string) => Field | null,
  needed: Field,
): (Field | null)[] | null {
  const columns = cells.map((cell, index) => {
    const field = fieldOf(cell);
    // A second column of the same kind is not taken, or it would overwrite the first.
    return cells.findIndex((other) => fieldOf(other) === field) === index ? field : null;
  });
  const named = columns.filter((field) => field !== null).length;
  const worded = cells.filter((cell) => cell.trim() !== '').length;
  return columns.includes(needed) && (named > 1 || named === worded) ? columns : null;
}
