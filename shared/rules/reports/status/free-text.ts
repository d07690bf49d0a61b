const address = /[^\s@<>(),;:"“”]+@[^\s@<>(),;:"“”]+\.[\p{L}\p{N}-]+/gu;
const longest = 300;

/** Typed text on one line for a page that is passed on: without addresses of people, and not endless. */
export function withoutAddresses(text: string): string {
  // Cut first: a text of many signs is not searched through.
  const cut = text.length > 2000 ? text.slice(0, 2000).toWellFormed() : text;
  const line = cut.replace(/\s+/g, ' ').trim().replace(address, '[address]');
  return line.length > longest ? `${line.slice(0, longest - 1).toWellFormed()}…` : line;
}
