import { z } from 'zod';
import type { RunStatus } from '#shared/model/delivery/pipelines.ts';
import { isRecord } from '../record.ts';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { numericId, text } from '../reading/fields.ts';
import { storable, word } from '../reading/place.ts';
import { labelNames, milestoneNames, ticketLabels } from '../reading/tickets.ts';

const person = z.object({ login: text }).nullish();

const issue = z.object({
  id: numericId,
  number: numericId,
  title: text,
  state: text,
  state_reason: text,
  html_url: text,
  type: z.object({ name: text }).nullish(),
  assignee: person,
  assignees: z.array(person).nullish(),
  labels: ticketLabels,
  milestone: z.object({ title: text }).nullish(),
  created_at: text,
  updated_at: text,
  closed_at: text,
});

/** GitHub lists pull requests among the issues; a milestone has a number and a state as well. */
export const issues: AnswerKind = {
  kinds: ['issues', 'issue'],
  listAt: ['items'],
  isRow: (value) =>
    'number' in value && 'title' in value && 'state' in value && !('open_issues' in value),
  read(value, place, all) {
    if (isPullRequest(value)) {
      // Said once, at the first of them.
      if (all.find(isPullRequest) === value) {
        place.warn('', `pull requests are no issues: ${all.filter(isPullRequest).length} left out`);
      }
      return [];
    }
    const found = shaped(issue, value, place, 'the issue');
    if (found === null) return [];
    const status = issueStatus(found.state, found.state_reason);
    const closedAt = place.date('closed_at', found.closed_at);
    return [
      {
        kind: 'ticket',
        externalId: String(found.id),
        status,
        warnings: false,
        rawStatus: storable(found.state),
        rawResult: storable(found.state_reason),
        url: place.link('html_url', found.html_url),
        key: `#${found.number}`,
        title: storable(found.title) ?? '',
        type: storable(found.type?.name) ?? '',
        priority: null,
        assignee: storable(found.assignee?.login || found.assignees?.[0]?.login),
        labels: labelNames(found.labels),
        releases: milestoneNames(found.milestone?.title),
        createdAt: place.date('created_at', found.created_at),
        startedAt: null,
        updatedAt: place.date('updated_at', found.updated_at),
        finishedAt: status === 'queued' ? null : closedAt,
      },
    ];
  },
};

export function isPullRequest(value: unknown): boolean {
  return isRecord(value) && value['pull_request'] !== undefined && value['pull_request'] !== null;
}

const reasons = new Map<string, RunStatus>([
  ['', 'succeeded'],
  ['completed', 'succeeded'],
  ['not_planned', 'skipped'],
  ['duplicate', 'skipped'],
]);

function issueStatus(
  state: string | null | undefined,
  reason: string | null | undefined,
): RunStatus {
  if (word(state) === 'open') return 'queued';
  return word(state) === 'closed' ? (reasons.get(word(reason)) ?? 'unknown') : 'unknown';
}
