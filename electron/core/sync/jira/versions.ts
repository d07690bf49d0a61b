import { z } from 'zod';
import type { RunStatus } from '#shared/model/delivery/pipelines.ts';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { flag, numericId, text } from '../reading/fields.ts';
import { storable } from '../reading/place.ts';

const version = z.object({
  id: numericId,
  name: text,
  released: flag,
  archived: flag,
});

/**
 * A version of a project, beside the issues that name it. Ids of versions and issues are counted
 * apart. Its day of release has no time, and is no instant.
 */
export const versions: AnswerKind = {
  kinds: ['versions', 'version'],
  listAt: ['values'],
  isRow: (value) =>
    'name' in value && 'id' in value && ('released' in value || 'archived' in value),
  read(value, place) {
    const found = shaped(version, value, place, 'the version');
    if (found === null) return [];
    const name = storable(found.name) ?? '';
    const told = outcome(found);
    return [
      {
        kind: 'ticket',
        externalId: `version/${found.id}`,
        ...told,
        ...{ warnings: false, rawResult: null, url: null },
        ...{ key: name, title: name, type: 'version', priority: null, assignee: null },
        ...{ labels: [], releases: [name] },
        ...{ createdAt: null, startedAt: null, updatedAt: null, finishedAt: null },
      },
    ];
  },
};

/** In the words Jira lists versions by. One put away without a release never came. */
function outcome({ released, archived }: z.infer<typeof version>): {
  status: RunStatus;
  rawStatus: string | null;
} {
  if (released === true) return { status: 'succeeded', rawStatus: 'released' };
  if (archived === true) return { status: 'skipped', rawStatus: 'archived' };
  if (released === false) return { status: 'queued', rawStatus: 'unreleased' };
  return { status: 'unknown', rawStatus: null };
}
