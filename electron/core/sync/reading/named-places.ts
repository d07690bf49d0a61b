import { Refusal } from '#shared/model/refusal.ts';

/** More names make a sync nobody waits for. */
const mostNames = 50;

/**
 * The names people typed with commas between, each once. Refuses (`invalid_input`, field `repository`)
 * none, too many, and one `isName` does not take; `expected` says what it would.
 */
export function namedPlaces(
  typed: string,
  isName: (name: string) => boolean,
  expected: string,
): [string, ...string[]] {
  const parts = typed.split(',').map((each) => each.trim());
  const [first, ...others] = new Set(parts.filter((each) => each !== ''));
  if (first === undefined) throw refuse(`No name is given. Type ${expected}`);
  if (others.length >= mostNames) {
    throw refuse(
      `${others.length + 1} names are given, and one connection reads ${mostNames} at most. Make another connection for the rest`,
    );
  }
  const wrong = [first, ...others].find((each) => !isName(each));
  if (wrong === undefined) return [first, ...others];
  throw refuse(`“${wrong.slice(0, 100)}” is no name that can be read. Type ${expected}`);
}

/** The names as they are kept: each once, without slashes around it. */
export function namesInOne(typed: string): string {
  const names = typed.split(',').map((each) => each.trim().replace(/^\/+|\/+$/g, ''));
  return [...new Set(names)].filter((each) => each !== '').join(', ');
}

function refuse(message: string): Refusal {
  return new Refusal('invalid_input', message, { repository: message });
}
