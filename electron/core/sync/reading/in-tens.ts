import type { RateLimited } from '../http/answer.ts';

/** As many as one origin is asked for at a time. */
const atOnce = 10;

/**
 * Asks something about each thing, ten at a time, so that a limit met among them is found out before
 * the next ones are asked for. Gives what was told besides it, in the order of the things.
 */
export async function askInTens<Thing, Told>(
  things: readonly Thing[],
  ask: (thing: Thing) => Promise<{ kind: 'told'; told: Told } | RateLimited>,
): Promise<{ told: Told[]; limited: RateLimited | null }> {
  const told: Told[] = [];
  let limited: RateLimited | null = null;
  for (let from = 0; from < things.length && limited === null; from += atOnce) {
    for (const answer of await Promise.all(things.slice(from, from + atOnce).map(ask))) {
      if (answer.kind === 'told') told.push(answer.told);
      else limited ??= answer;
    }
  }
  return { told, limited };
}
