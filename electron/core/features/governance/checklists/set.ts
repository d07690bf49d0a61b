import { desc, eq } from 'drizzle-orm';
import type { Context } from '#core/context.ts';
import { partsOf } from '#core/database/plain-rows.ts';
import { attachment } from '#core/database/schema/attached.ts';
import { checklistItem } from '#core/database/schema/governance.ts';
import { alive } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Write } from '#core/database/write.ts';
import type { Parsed } from '#shared/contract/index.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { setItem } from '#shared/rules/governance/checklists.ts';
import {
  refuseAddress,
  refuseAfter,
  refuseBefore,
  refuseUnproved,
  withTerms,
} from '#shared/rules/governance/checklist-terms.ts';
import { checkReferences, requireOpenRelease } from '../../planning/releases/index.ts';
import { listRoles } from '../../workspace/people/index.ts';
import type { ItemRow } from './entries.ts';

export type ItemPatch = Omit<Parsed<'checklists.setItem'>, 'id' | 'rev'>;

/** Changes one item within a running command; refuses what its terms do not allow. */
export function changeItem(
  write: Write,
  store: Store,
  id: string,
  patch: ItemPatch,
  rev?: number,
): void {
  const current = write.find(checklistItem, id);
  requireOpenRelease(store, current.releaseId);
  checkTerms(store, patch, current);
  const termed = withTerms(current, patch);
  const { state, evidence, reason, text } = patch;
  const settled = { ...termed, ...setItem(current, { state, evidence, reason, text }) };
  const next = { ...settled, ...provedBy(store, settled) };
  const becomesDone = next.state === 'done' && current.state !== 'done';
  if (next.afterIds.length > 0) {
    if (patch.afterIds !== undefined) refuseAfter(next, itemsOf(store, current.releaseId));
    if (becomesDone) refuseBefore(next, itemsOf(store, current.releaseId));
  }
  if (becomesDone || (next.state === 'done' && takesProof(patch))) refuseUnproved(next);
  const signed = next.state === current.state ? {} : signature(write, next.state);
  write.update(checklistItem, id, { ...next, ...signed }, rev);
}

/** All of them or none: a refusal takes back those before it. */
export function changeMany(input: Parsed<'checklists.setMany'>, context: Context): number {
  const { store } = context;
  const { ids, ...patch } = input;
  if (Object.values(patch).every((value) => value === undefined)) {
    throw new Refusal(
      'invalid_input',
      'Nothing was named to change of the items. Give a state, an owner or a due date.',
    );
  }
  return context.transact((write) => {
    for (const id of inOrderOfWaiting(write, ids)) changeItem(write, store, id, patch);
    return ids.length;
  });
}

/** Those that others wait for first, so that a chain can be settled at once. */
function inOrderOfWaiting(write: Write, ids: readonly string[]): string[] {
  const chosen = new Map([...new Set(ids)].map((id) => [id, write.find(checklistItem, id)]));
  const sorted = new Set<string>();
  const onTheWay = new Set<string>();
  const visit = (id: string) => {
    const row = chosen.get(id);
    if (row === undefined || sorted.has(id) || onTheWay.has(id)) return;
    onTheWay.add(id);
    row.afterIds.forEach(visit);
    sorted.add(id);
  };
  for (const id of chosen.keys()) visit(id);
  return [...sorted];
}

export function checkTerms(
  store: Store,
  terms: Pick<
    ItemPatch,
    'phase' | 'ownerId' | 'ownerRole' | 'evidenceUrl' | 'evidenceAttachmentId'
  >,
  current: { id: string; ownerId: string | null } | null,
): void {
  const { ownerId, ownerRole, evidenceUrl, evidenceAttachmentId: fileId } = terms;
  if (terms.phase === 'closed') {
    const message = 'is Closed, before the end of which nothing is left to do; choose another';
    throw new Refusal('invalid_input', `The phase ${message}.`, { phase: message });
  }
  if (typeof ownerId === 'string') checkReferences(store, { ownerId }, [current?.ownerId ?? null]);
  if (typeof ownerRole === 'string' && !listRoles(store).some(({ key }) => key === ownerRole)) {
    const message = 'is no role of this workspace; choose one';
    throw new Refusal('invalid_input', `“${ownerRole}” ${message}.`, { ownerRole: message });
  }
  if (evidenceUrl !== undefined) refuseAddress(evidenceUrl);
  if (typeof fileId !== 'string') return;
  if (filesOf(store, current?.id ?? '').some(({ id }) => id === fileId)) return;
  const message = 'is not among the files of this item; attach it first';
  throw new Refusal('invalid_input', `The file ${message}.`, { evidenceAttachmentId: message });
}

/** The files attached to an item, the newest first. */
function filesOf({ orm }: Store, itemId: string): { id: string }[] {
  return orm
    .select({ id: attachment.id })
    .from(attachment)
    .where(alive(attachment, eq(attachment.subjectId, itemId)))
    .orderBy(desc(attachment.at), desc(attachment.id))
    .all();
}

type Proof = Pick<ItemRow, 'evidenceUrl' | 'evidenceAttachmentId'>;

/**
 * Nothing is proved of what does not apply. Where a file is asked for and none is chosen, the newest
 * one of the item is it.
 */
function provedBy(store: Store, item: ItemRow): Partial<Proof> {
  const { state } = item;
  if (state === 'not-applicable') return { evidenceUrl: '', evidenceAttachmentId: null };
  if (state === 'open' || item.evidenceWish !== 'file') return {};
  const files = filesOf(store, item.id);
  if (files.some(({ id }) => id === item.evidenceAttachmentId)) return {};
  return { evidenceAttachmentId: files[0]?.id ?? null };
}

function takesProof({ evidence, evidenceUrl, evidenceAttachmentId }: ItemPatch): boolean {
  return [evidence, evidenceUrl, evidenceAttachmentId].some((given) => given !== undefined);
}

function signature(write: Write, state: ItemRow['state']) {
  const isSet = state !== 'open';
  return { setById: isSet ? write.actorId : null, setAt: isSet ? write.now : null };
}

function itemsOf(store: Store, releaseId: string): ItemRow[] {
  return partsOf(store, checklistItem, [releaseId], 'order')(releaseId);
}
