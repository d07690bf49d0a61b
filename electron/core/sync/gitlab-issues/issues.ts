import { z } from 'zod';
import type { RunStatus } from '#shared/model/delivery/pipelines.ts';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { numericId, text } from '../reading/fields.ts';
import { storable, word } from '../reading/place.ts';
import { labelNames, milestoneNames, ticketLabels } from '../reading/tickets.ts';

const person = z.object({ name: text, username: text }).nullish();

const issue = z.object({
  /** The same on the whole server; `iid` counts within a project. */
  id: numericId,
  iid: numericId,
  title: text,
  state: text,
  issue_type: text,
  web_url: text,
  assignee: person,
  assignees: z.array(person).nullish(),
  labels: ticketLabels,
  milestone: z.object({ title: text }).nullish(),
  moved_to_id: numericId.nullish(),
  created_at: text,
  updated_at: text,
  closed_at: text,
});

const states = new Map<string, RunStatus>([
  ['opened', 'queued'],
  ['closed', 'succeeded'],
]);

export const issues: AnswerKind = {
  kinds: ['issues', 'issue'],
  listAt: [],
  isRow: (value) =>
    ['iid', 'title', 'state'].every((key) => key in value) &&
    // Merge requests have a branch, milestones an end.
    !('source_branch' in value || 'expired' in value),
  read(value, place) {
    const found = shaped(issue, value, place, 'the issue');
    if (found === null) return [];
    const status = states.get(word(found.state)) ?? 'unknown';
    const movedTo = found.moved_to_id ?? null;
    if (movedTo !== null) place.warn('moved_to_id', `was moved, and goes on as issue ${movedTo}`);
    const assignee = found.assignees?.[0] ?? found.assignee;
    const closedAt = place.date('closed_at', found.closed_at);
    return [
      {
        kind: 'ticket',
        externalId: String(found.id),
        status,
        // Closed by the move: the work goes on elsewhere.
        warnings: movedTo !== null && status === 'succeeded',
        rawStatus: storable(found.state),
        rawResult: null,
        url: place.link('web_url', found.web_url),
        key: `#${found.iid}`,
        title: storable(found.title) ?? '',
        type: storable(found.issue_type) ?? '',
        priority: null,
        assignee: storable(assignee?.name || assignee?.username),
        labels: labelNames(found.labels),
        releases: milestoneNames(found.milestone?.title),
        createdAt: place.date('created_at', found.created_at),
        startedAt: null,
        updatedAt: place.date('updated_at', found.updated_at),
        finishedAt: status === 'succeeded' ? closedAt : null,
      },
    ];
  },
};
