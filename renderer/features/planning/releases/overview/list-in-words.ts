import { whenText } from '../../../../components/when-text.ts';
import type { ReleasePage } from '../release-page.ts';

/** What a list of the release holds now, in one line. */
export function listInWords(what: 'components' | 'deployments', page: ReleasePage): string {
  const { release, names, now } = page;
  const items =
    what === 'components'
      ? release.components.map(({ serviceId, version }) => `${names.service(serviceId)} ${version}`)
      : release.deployments.map(
          ({ environmentId, startAt, zone }) =>
            `${names.environment(environmentId)} ${whenText(startAt, zone, now)}`,
        );
  return items.length === 0 ? 'none' : items.join(', ');
}
