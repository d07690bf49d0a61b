import { z } from 'zod';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { numericId, text } from '../reading/fields.ts';
import { storable } from '../reading/place.ts';
import { ticketStatus } from './status.ts';

const named = z.object({ name: text }).nullish();

const issue = z.object({
  id: numericId,
  key: text,
  self: text,
  fields: z
    .object({
      summary: text,
      status: z.object({ name: text, statusCategory: z.object({ key: text }).nullish() }).nullish(),
      resolution: named,
      issuetype: named,
      priority: named,
      assignee: z.object({ displayName: text, name: text }).nullish(),
      labels: z.array(text).nullish(),
      fixVersions: z.array(named).nullish(),
      created: text,
      updated: text,
      resolutiondate: text,
    })
    .nullish(),
});

/** An issue, by its id: its key changes when it is moved. */
export const issues: AnswerKind = {
  kinds: ['issues', 'issue'],
  listAt: ['issues'],
  isRow: (value) => 'key' in value && 'id' in value && !('name' in value),
  read(value, place) {
    const found = shaped(issue, value, place, 'the issue');
    if (found === null) return [];
    const { fields } = found;
    if (!fields) {
      place.warn('fields', 'are missing: Jira sends them only when the search asks for them');
      return [];
    }
    const { status, resolution, assignee } = fields;
    const mapped = ticketStatus(status?.statusCategory?.key, resolution?.name);
    if (mapped.warnings) {
      place.warn('fields.resolution', 'is set while the status is not one of those that are done');
    }
    const key = storable(found.key) ?? '';
    const isOver = mapped.status === 'succeeded' || mapped.status === 'skipped';
    const resolvedAt = place.date('fields.resolutiondate', fields.resolutiondate);
    return [
      {
        kind: 'ticket',
        externalId: String(found.id),
        ...mapped,
        rawStatus: storable(status?.name),
        rawResult: storable(resolution?.name),
        url: place.link('self', pageOf(found.self, key)),
        key,
        title: storable(fields.summary) ?? '',
        type: storable(fields.issuetype?.name) ?? '',
        priority: storable(fields.priority?.name),
        assignee: storable(assignee?.displayName || assignee?.name),
        labels: (fields.labels ?? []).map((label) => storable(label) ?? ''),
        releases: (fields.fixVersions ?? []).map((version) => storable(version?.name) ?? ''),
        createdAt: place.date('fields.created', fields.created),
        startedAt: null,
        updatedAt: place.date('fields.updated', fields.updated),
        finishedAt: isOver ? resolvedAt : null,
      },
    ];
  },
};

/**
 * Where people see the issue: beside the API it came from. The shared API of the cloud is on no site,
 * and says nothing of it.
 */
function pageOf(self: string | null | undefined, key: string): string | null {
  const [, root] = /^(https?:\/\/.{1,500}?)\/rest\/api\//i.exec(self ?? '') ?? [];
  if (root === undefined || /^https?:\/\/api\.atlassian\.com\//i.test(`${root}/`)) return null;
  return `${root}/browse/${encodeURIComponent(key)}`;
}
