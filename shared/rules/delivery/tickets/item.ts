import type { NormalisedTicket } from '#shared/model/delivery/rows.ts';
import type { TicketTaken } from '#shared/model/delivery/tickets.ts';
import type { ScopeKind, ScopePriority, WorkStatus } from '#shared/model/planning/scope.ts';
import { dateIn } from '../../planning/zoned-time.ts';

/** What is read of a ticket to make an item of it. */
type Told = Pick<
  NormalisedTicket,
  'key' | 'title' | 'type' | 'labels' | 'priority' | 'status' | 'createdAt'
>;

const longestTitle = 200;

/** The item a ticket becomes: its words, kind, weight and how far it is, and the day it was written. */
export function itemOfTicket(told: Told, name: string, zone: string, now: string) {
  const line = told.title.replace(/[\p{Cc}\s]+/gu, ' ').trim() || name;
  const title =
    line.length > longestTitle ? `${line.slice(0, longestTitle - 1).toWellFormed()}…` : line;
  return {
    ...{ title, ticket: name },
    kind: kindOf(told),
    priority: priorityOf(told.priority),
    status: workOf(told),
    ideaAt: told.createdAt === null || told.createdAt > now ? null : dateIn(told.createdAt, zone),
  };
}

/** By the type of the ticket, and where it has none by its labels. */
function kindOf({ type, labels }: Told): ScopeKind {
  const words = /^(?:|issue|task)$/i.test(type.trim()) ? [type, ...labels] : [type];
  const says = (pattern: RegExp) => words.some((word) => pattern.test(word));
  if (says(/\b(?:bug|defect|fix|incident|regression)\b/i)) return 'fix';
  if (says(/\b(?:feature|story|epic|enhancement)\b/i)) return 'feature';
  return says(/\b(?:task|improvement|chore|debt|refactoring)\b/i) ? 'improvement' : 'feature';
}

/** Names of priorities are anybody's; those that are shipped are known. */
function priorityOf(priority: string | null): ScopePriority {
  const word = (priority ?? '').trim().toLowerCase();
  if (/^(?:highest|blocker|critical|must|p0|p1)$/.test(word)) return 'must';
  return /^(?:low|lowest|minor|trivial|could|p4|p5)$/.test(word) ? 'could' : 'should';
}

function workOf({ status }: Told): WorkStatus {
  if (status === 'succeeded') return 'done';
  return status === 'running' ? 'in-progress' : 'open';
}

/** Why a ticket is not taken into a release; null where it is. */
export function whyLeft(
  { status, rawResult }: Pick<NormalisedTicket, 'status' | 'rawResult'>,
  taken: readonly TicketTaken[],
  releaseId: string,
): string | null {
  const here = taken.filter((each) => each.releaseId === releaseId);
  if (here.some(({ dropped }) => !dropped)) return 'It is in the scope already.';
  if (here.length > 0) return 'It was dropped from the scope; take it up again there.';
  if (status !== 'skipped') return null;
  const how = rawResult === null || rawResult.trim() === '' ? '' : ` (${rawResult.trim()})`;
  return `It was closed without being done${how}.`;
}
