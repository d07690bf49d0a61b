import { z } from 'zod';
import type { Provider } from '../provider.ts';
import { readAnswersFile } from '../reading/answers-file.ts';
import { askOnce } from '../reading/asking.ts';
import { namesInOne } from '../reading/named-places.ts';
import { artifactoryAnswers } from './answers.ts';
import { artefactSource } from './list.ts';
import { openArtifactory, placeOf, storageUrl } from './source.ts';

const howTo =
  'Export the files of a folder with: curl "https://ARTIFACTORY/api/storage/REPOSITORY/PATH?list&deep=1&listFolders=0"';

const folder = z.object({ children: z.array(z.unknown()) });

/** JFrog Artifactory. */
export const artifactory: Provider = {
  called: 'Artifactory',
  check: placeOf,
  nameOf: namesInOne,
  artefacts: artefactSource,
  async test(source) {
    const place = openArtifactory(source);
    const notes: string[] = [];
    for (const name of place.names) {
      const asking = place.of(name);
      const { body } = await askOnce(asking, storageUrl(place, name));
      const found = folder.safeParse(body);
      if (!found.success) throw asking.unexpected('a folder', body);
      if (found.data.children.length === 0) notes.push(`${name} is empty`);
    }
    if (place.credential === null) notes.push('Without a token only what is public is seen');
    return { repository: place.names.join(', '), workflows: [], notes };
  },
  readFile: (chunks, options) =>
    readAnswersFile(
      { called: 'Artifactory', answers: artifactoryAnswers, howTo: `${howTo}.` },
      chunks,
      options,
    ),
};
