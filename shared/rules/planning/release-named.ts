import { Refusal } from '#shared/model/refusal.ts';

export type NamedRelease = { id: string; number: number; name: string; changeNumber: string };

/** As many as a message names: who reads it in the log of a pipeline needs no list of hundreds. */
const mostNamed = 5;

/**
 * The release people mean by an id, a number (`12`, `R-12`), an external change number or a whole
 * name. Refuses what fits none (`not_found`) or several (`conflict`), with those that come near.
 */
export function releaseMeant(given: string, releases: readonly NamedRelease[]): NamedRelease {
  const wanted = given.trim().toLowerCase();
  const number = /^(r-)?(\d{1,9})$/.exec(wanted);
  const exact = releases.find(
    (each) => each.id === wanted || (number?.[1] && each.number === Number(number[2])),
  );
  if (exact !== undefined) return exact;
  const fits = releases.filter(
    (each) =>
      each.name.toLowerCase() === wanted ||
      (each.changeNumber !== '' && each.changeNumber.toLowerCase() === wanted) ||
      (number !== null && each.number === Number(number[2])),
  );
  const [only, second] = fits;
  if (only !== undefined && second === undefined) return only;
  if (only !== undefined) {
    throw new Refusal(
      'conflict',
      `“${clipped(given)}” fits ${fits.length} releases: ${candidates(fits)}. Give the number of one, such as R-${only.number}.`,
    );
  }
  const near = releases.filter(({ name }) => wanted !== '' && name.toLowerCase().includes(wanted));
  const there = near.length > 0 ? near : releases.toSorted((a, b) => b.number - a.number);
  const named =
    there.length === 0
      ? 'The workspace has no release.'
      : `${near.length > 0 ? 'It comes near' : 'The newest are'}: ${candidates(there)}.`;
  throw new Refusal(
    'not_found',
    `There is no release “${clipped(given)}”. ${named} Give an id, a number, an external change number or a whole name.`,
  );
}

function candidates(releases: readonly NamedRelease[]): string {
  const shown = releases
    .slice(0, mostNamed)
    .map(({ number, name }) => `R-${number} ${clipped(name)}`);
  const more = releases.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}

function clipped(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79).toWellFormed()}…` : text;
}
