import type { ScopeKind, ScopePriority, WorkStatus } from '#shared/model/planning/scope.ts';
import { plainWord, wordFinder } from '../workspace/word-finder.ts';

/** What of an item a pasted text can say. */
export type PastedField =
  'kind' | 'ticket' | 'title' | 'note' | 'priority' | 'status' | 'owner' | 'ideaAt';

/** Words of trackers and spreadsheets, in lower case, blanks for dashes and underscores. */
const kinds: Record<ScopeKind, readonly string[]> = {
  feature: ['feature', 'new feature', 'story', 'user story', 'epic'],
  fix: ['fix', 'bug', 'bugfix', 'bug fix', 'defect', 'hotfix'],
  improvement: ['improvement', 'enhancement', 'task', 'sub task', 'chore', 'refactoring'],
};

const priorities: Record<ScopePriority, readonly string[]> = {
  must: ['must', 'must have', 'blocker', 'critical', 'highest', 'high', 'urgent', 'p0', 'p1'],
  should: ['should', 'should have', 'medium', 'normal', 'major', 'p2'],
  could: ['could', 'could have', 'nice to have', 'low', 'lowest', 'minor', 'trivial', 'p3', 'p4'],
};

const statuses: Record<WorkStatus, readonly string[]> = {
  open: ['open', 'to do', 'todo', 'new', 'backlog', 'ready', 'planned', 'reopened'],
  'in-progress': ['in progress', 'doing', 'started', 'in review', 'in development', 'testing'],
  done: ['done', 'closed', 'resolved', 'fixed', 'merged', 'completed', 'finished'],
};

/** Of what is not to be shipped; such a line is no part of a scope. */
const notShipped = [
  ...['dropped', 'won’t', "won't", 'wont', 'won’t have', "won't have", 'won’t do', "won't do"],
  ...['won’t fix', "won't fix", 'cancelled', 'canceled', 'rejected', 'duplicate'],
];

const headings: Record<PastedField, readonly string[]> = {
  kind: ['kind', 'type', 'issue type', 'issuetype', 'tracker'],
  ticket: ['ticket', 'key', 'issue key', 'issue', 'id', 'ticket id', 'issue id', 'number', '#'],
  title: ['title', 'summary', 'name', 'item', 'subject'],
  note: ['note', 'notes', 'description', 'comment'],
  priority: ['priority', 'prio', 'moscow'],
  status: ['status', 'state'],
  owner: ['owner', 'assignee', 'assigned to', 'responsible'],
  ideaAt: ['idea', 'idea date', 'ideaat', 'idea at', 'idea on', 'created', 'created at'],
};

export const kindOf = wordFinder(kinds);
export const priorityOf = wordFinder(priorities);
export const statusOf = wordFinder(statuses);
export const fieldOf = wordFinder(headings);

export function isNotShipped(text: string): boolean {
  return notShipped.includes(plainWord(text));
}
