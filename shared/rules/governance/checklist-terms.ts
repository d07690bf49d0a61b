import type { ChecklistItem, ChecklistRow } from '#shared/model/governance/checklists.ts';
import type {
  ChecklistItemTerms,
  EvidenceWish,
} from '#shared/model/governance/checklist-templates.ts';
import type { RoleAssignment } from '#shared/model/planning/releases.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { chainInWords, cycleThrough } from '../planning/cycles.ts';
import { daysBetween, plusDays } from '../planning/zoned-time.ts';

type Owned = Pick<ChecklistItemTerms, 'ownerId' | 'ownerRole'>;
type Dated = Pick<ChecklistItemTerms, 'dueOn' | 'dueDaysBefore'>;
type Proof = Pick<ChecklistItem, 'evidence'> &
  Pick<ChecklistItemTerms, 'evidenceWish' | 'evidenceUrl' | 'evidenceAttachmentId'>;
type Node = Pick<ChecklistItem, 'id' | 'text' | 'state'> & Pick<ChecklistItemTerms, 'afterIds'>;

type Termed = Pick<ChecklistItem, 'phase'> &
  Pick<
    ChecklistItemTerms,
    | 'ownerId'
    | 'ownerRole'
    | 'dueOn'
    | 'dueDaysBefore'
    | 'evidenceWish'
    | 'evidenceUrl'
    | 'evidenceAttachmentId'
    | 'afterIds'
  >;

/** An item with the terms that are given; the others stay. */
export function withTerms<T extends Termed>(
  item: T,
  given: { [Field in keyof Termed]?: Termed[Field] | undefined },
): T {
  const or = <V>(value: V | undefined, before: V): V => (value === undefined ? before : value);
  return {
    ...item,
    phase: or(given.phase, item.phase),
    ownerId: or(given.ownerId, item.ownerId),
    ownerRole: or(given.ownerRole, item.ownerRole),
    dueOn: or(given.dueOn, item.dueOn),
    dueDaysBefore: or(given.dueDaysBefore, item.dueDaysBefore),
    evidenceWish: or(given.evidenceWish, item.evidenceWish),
    evidenceUrl: or(given.evidenceUrl, item.evidenceUrl),
    evidenceAttachmentId: or(given.evidenceAttachmentId, item.evidenceAttachmentId),
    afterIds: or(given.afterIds, item.afterIds),
  };
}

/** The person named on the item, else the one who has its role on the release; null for nobody. */
export function ownerOf(
  { ownerId, ownerRole }: Owned,
  assignments: readonly RoleAssignment[],
): string | null {
  if (ownerId !== null || ownerRole === null) return ownerId;
  return assignments.find(({ roleKey }) => roleKey === ownerRole)?.personId ?? null;
}

/** The date set by hand, else counted from the day of the start; null while there is neither. */
export function dueOf({ dueOn, dueDaysBefore }: Dated, startOn: string | null): string | null {
  if (dueOn !== null || dueDaysBefore === null || startOn === null) return dueOn;
  return plusDays(startOn, -dueDaysBefore);
}

/** As long before it is due as somebody is reminded. */
export const soonDays = 7;

/** Where an item stands on a day. What is settled is late no more. */
export function standingOf(
  state: ChecklistItem['state'],
  due: string | null,
  today: string,
): ChecklistRow['standing'] {
  if (state !== 'open') return 'settled';
  if (due === null) return 'undated';
  const days = daysBetween(today, due);
  if (days < 0) return 'overdue';
  return days <= soonDays ? 'soon' : 'later';
}

/** Whether an item is somebody's: theirs by name or role on the release, or nobody's while they hold its role. */
export function mineOf(
  owner: string | null,
  ownerRole: string | null,
  me: { id: string; roles: readonly string[] } | null,
): ChecklistRow['mine'] {
  if (me === null) return 'no';
  if (owner !== null) return owner === me.id ? 'owner' : 'no';
  return ownerRole !== null && me.roles.includes(ownerRole) ? 'role' : 'no';
}

/** The items before one that are still open, in the order they are named. */
export function openBefore<T extends Node>(item: Pick<Node, 'afterIds'>, list: readonly T[]): T[] {
  const byId = new Map(list.map((each) => [each.id, each]));
  // One that was removed since holds nothing.
  return item.afterIds.flatMap((id) => {
    const before = byId.get(id);
    return before?.state === 'open' ? [before] : [];
  });
}

/** Refuses an item that is marked done while one before it is open. */
export function refuseBefore(item: Node, list: readonly Node[]): void {
  const [first, ...more] = openBefore(item, list);
  if (first === undefined) return;
  const rest = more.length === 0 ? '' : ` and ${more.length} more`;
  throw new Refusal(
    'precondition_failed',
    `“${item.text}” waits for “${first.text}”${rest}, which ${more.length === 0 ? 'is' : 'are'} open. Settle that first, or take it out of what this one waits for.`,
  );
}

/** What a done item lacks of the evidence that is asked for; null where nothing is missing. */
export function lackOf({ evidenceWish, ...proof }: Proof): EvidenceWish | null {
  const link = proof.evidenceUrl !== '' || /https?:\/\/\S/i.test(proof.evidence);
  const given = {
    nothing: true,
    note: proof.evidence.trim() !== '' || proof.evidenceUrl !== '',
    link,
    file: proof.evidenceAttachmentId !== null,
  } as const;
  return given[evidenceWish] ? null : evidenceWish;
}

const lackWords = {
  nothing: { what: 'no evidence', todo: '', field: 'evidence' },
  note: {
    what: 'a note as evidence',
    todo: 'Say in a sentence what shows it.',
    field: 'evidence',
  },
  link: {
    what: 'a link as evidence',
    todo: 'Give an address that begins with https:// or http://.',
    field: 'evidenceUrl',
  },
  file: {
    what: 'a file as evidence',
    todo: 'Attach the file to the item, then mark it done.',
    field: 'evidenceAttachmentId',
  },
} as const;

/** Refuses an item that is marked done without what it asks for. */
export function refuseUnproved(item: Proof & Pick<ChecklistItem, 'text'>): void {
  const lack = lackOf(item);
  if (lack === null) return;
  const { what, todo, field } = lackWords[lack];
  throw new Refusal(
    'invalid_input',
    `“${item.text}” asks for ${what} and has none. ${todo} Or mark it as not applicable and say why.`,
    { [field]: `is asked for; ${todo.charAt(0).toLowerCase()}${todo.slice(1, -1)}` },
  );
}

/** Refuses to wait for what is not on the list, for itself, or in a circle. `list` has the item as it would be. */
export function refuseAfter(item: Node, list: readonly Node[]): void {
  const byId = new Map(list.map((each) => [each.id, each]));
  byId.set(item.id, item);
  if (item.afterIds.some((id) => !byId.has(id))) {
    const message = 'names an item that is not on the checklist of this release; choose another';
    throw new Refusal('invalid_input', `“${item.text}”: what it waits for ${message}.`, {
      afterIds: message,
    });
  }
  const cycle = cycleThrough(item.id, (id) => byId.get(id)?.afterIds ?? []);
  if (cycle === null) return;
  const chain = chainInWords(cycle.map((id) => `“${byId.get(id)?.text ?? ''}”`));
  throw new Refusal(
    'invalid_input',
    `These items would wait for each other in a circle: ${chain}. None of them could ever be done; take one of them out.`,
    { afterIds: `closes a circle: ${chain}` },
  );
}

/** Refuses an address that is none of the web: it becomes a link people open. */
export function refuseAddress(url: string): void {
  if (url === '' || /^https?:\/\/[^\s/]/i.test(url)) return;
  throw new Refusal(
    'invalid_input',
    'The link of the evidence was expected to begin with https:// or http://. Give the whole address, or write it as a note.',
    { evidenceUrl: 'expected an address that begins with https:// or http://' },
  );
}
