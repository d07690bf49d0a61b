import { foldWord } from '../workspace/search-query.ts';

/** What of a release lessons are held against. */
export type TouchableRelease = {
  id: string;
  services: readonly { id: string; name: string }[];
  /** Its open risks. */
  risks: readonly { title: string; category: string }[];
  dataMigration: boolean;
};

/** What a lesson says of whom it concerns. Times are milliseconds. */
export type TouchingLesson = {
  serviceIds: readonly string[];
  tags: readonly string[];
  fromReleaseId: string | null;
  addedAt: number;
  retiredAt: number | null;
};

/** The tags that stand for a release that moves data, which it says of itself. */
const migrationTags: readonly string[] = ['data migration', 'migration'];

/**
 * Why a release is asked about lessons, as a function of one lesson: a sentence for each service
 * they share, for each tag that an open risk of the release names (as its category, or word for word
 * in its title), and for a data migration. Empty where the lesson does not touch it: it concerns
 * others, was learned from this very release, or was not in use at `at` (milliseconds).
 *
 * What is asked of the release is put together once, so that many lessons are held against it fast.
 */
export function touchedBy(
  release: TouchableRelease,
  at: number,
): (lesson: TouchingLesson) => string[] {
  const names = new Map(release.services.map(({ id, name }) => [id, name]));
  const risks = release.risks.map(({ title, category }) => ({
    title,
    category: wordsOf(category),
    words: ` ${wordsOf(title)} `,
  }));
  const known = new Map<string, string[]>();
  const ofTag = (tag: string): string[] => {
    const found = known.get(tag) ?? reasonsOf(tag, release, risks);
    known.set(tag, found);
    return found;
  };
  return ({ serviceIds, tags, fromReleaseId, addedAt, retiredAt }) => {
    if (fromReleaseId === release.id || addedAt > at) return [];
    if (retiredAt !== null && retiredAt <= at) return [];
    const shared = serviceIds.flatMap((id) => {
      const name = names.get(id);
      return name === undefined ? [] : [`The release ships ${name}.`];
    });
    return [...shared, ...new Set(tags.flatMap(ofTag))];
  };
}

type ReadRisk = { title: string; category: string; words: string };

function reasonsOf(
  tag: string,
  { dataMigration }: TouchableRelease,
  risks: readonly ReadRisk[],
): string[] {
  const folded = wordsOf(tag);
  if (folded === '') return [];
  const named = risks.filter(
    ({ category, words }) => category === folded || words.includes(` ${folded} `),
  );
  return [
    ...(dataMigration && migrationTags.includes(folded) ? ['The release migrates data.'] : []),
    ...named.map(({ title }) => `Its open risk “${title}” is about “${tag}”.`),
  ];
}

/** The words of a text in small letters without accents and signs, one blank between: `data migration`. */
function wordsOf(text: string): string {
  return (
    foldWord(text)
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  );
}
