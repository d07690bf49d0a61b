import type { Names } from './names.ts';
import type { ReleaseRow } from './release-columns.tsx';

export const whichChoices = [
  { value: 'open', label: 'Open' },
  { value: 'closed', label: 'Past' },
  { value: 'all', label: 'All' },
] as const;
export type Which = (typeof whichChoices)[number]['value'];

/** Releases in which every word typed occurs: in name, number, type, service, version or owner. */
export function filterReleases(
  releases: readonly ReleaseRow[],
  text: string,
  names: Names,
): readonly ReleaseRow[] {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return releases;
  return releases.filter((release) => {
    const ships = release.services.map(
      ({ serviceId, version }) => `${names.service(serviceId)} ${version}`,
    );
    const haystack = [
      release.name,
      `R-${release.number}`,
      release.type,
      names.person(release.ownerId),
      ...ships,
    ]
      .join('\n')
      .toLocaleLowerCase();
    return words.every((word) => haystack.includes(word));
  });
}
