import type { Provider } from '../provider.ts';
import { readAnswersFile } from '../reading/answers-file.ts';
import { namesInOne } from '../reading/named-places.ts';
import { askOnce } from '../reading/asking.ts';
import { nexusAnswers } from './answers.ts';
import { artefactSource, componentsUrl, readPage } from './list.ts';
import { openNexus, placeOf } from './source.ts';

const howTo =
  'Export the pages with: curl "https://NEXUS/service/rest/v1/components?repository=NAME", on to the last continuationToken, and put them into one list';

/** Sonatype Nexus Repository 3. */
export const nexus: Provider = {
  called: 'Nexus',
  check: placeOf,
  nameOf: namesInOne,
  artefacts: artefactSource,
  async test(source) {
    const place = openNexus(source);
    const notes: string[] = [];
    for (const name of place.names) {
      const asking = place.of(name);
      const found = readPage(asking, await askOnce(asking, componentsUrl(place, name)));
      const isEmpty = (found.items ?? []).length === 0 && !found.continuationToken;
      if (isEmpty)
        notes.push(`${name} shows no component; it is empty, or the user may not see them`);
    }
    if (place.credential === null) notes.push('Without a user only what is public is seen');
    return { repository: place.names.join(', '), workflows: [], notes };
  },
  readFile: (chunks, options) =>
    readAnswersFile(
      { called: 'Nexus', answers: nexusAnswers, howTo: `${howTo}.` },
      chunks,
      options,
    ),
};
