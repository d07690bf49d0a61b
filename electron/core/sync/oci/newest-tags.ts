const byNumbers = new Intl.Collator('en', { numeric: true });

/** `4.2.0`, `v4.2`, `2026-11-24`, `20261124.1`; a commit or a word is none. */
const versioned = /^v?\d+(?:[._-]\d+)+/i;

/** Tags that read like versions before names such as `latest`, the highest of each first. */
export type OrderedTags = { versions: string[]; names: string[] };

/** A registry lists tags as text and says of none when it was made: the highest pass for the newest. */
export function newestFirst(tags: readonly string[]): OrderedTags {
  const down = (a: string, b: string) => byNumbers.compare(bare(b), bare(a));
  const versions = tags.filter((tag) => versioned.test(tag)).toSorted(down);
  return { versions, names: tags.filter((tag) => !versioned.test(tag)).toSorted(down) };
}

function bare(tag: string): string {
  return tag.replace(/^v(?=\d)/i, '');
}
