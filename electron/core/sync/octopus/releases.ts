import { z } from 'zod';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { keyFrom } from '../reading/blank-rows.ts';
import { text } from '../reading/fields.ts';
import { storable } from '../reading/place.ts';
import { octopusId } from './tasks.ts';

const release = z.object({
  Id: octopusId,
  SpaceId: text,
  ProjectId: text,
  Version: text,
  Assembled: text,
});

/** A release of Octopus is a version that can be deployed; it has no status. */
export const releases: AnswerKind = {
  kinds: ['releases', 'release'],
  listAt: ['Items'],
  isRow: (value) => 'Version' in value && 'Assembled' in value,
  read(value, place) {
    const found = shaped(release, value, place, 'the release');
    if (found === null) return [];
    const externalId = keyFrom(place, found.SpaceId, found.Id);
    if (externalId === null) return [];
    return [
      {
        kind: 'artefact',
        externalId,
        repository: storable(found.SpaceId) ?? '',
        name: storable(found.ProjectId) ?? '',
        version: storable(found.Version) ?? '',
        digest: null,
        publishedAt: place.date('Assembled', found.Assembled),
        size: null,
        url: null,
      },
    ];
  },
};
