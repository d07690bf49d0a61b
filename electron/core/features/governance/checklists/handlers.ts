import { asc } from 'drizzle-orm';
import type { Handlers } from '#core/context.ts';
import { checklistItem } from '#core/database/schema/governance.ts';
import { isoOrNull, ofReleases } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Row } from '#core/database/tables.ts';
import type { ChecklistItem } from '#shared/model/governance/checklists.ts';
import { phases } from '#shared/model/planning/releases.ts';
import { setItem } from '#shared/rules/governance/checklists.ts';
import { orderAfter } from '#shared/rules/planning/order.ts';
import { requireOpenRelease } from '../../planning/releases/index.ts';

type Names = 'checklists.list' | 'checklists.setItem' | 'checklists.addItem';

export const checklists: Handlers<Names> = {
  'checklists.list': ({ releaseId }, { store }) => listChecklist(store, releaseId),

  'checklists.setItem': ({ id, rev, ...patch }, context) =>
    toItem(
      context.transact((write) => {
        const current = write.find(checklistItem, id);
        requireOpenRelease(context.store, current.releaseId);
        const next = setItem(current, patch);
        const isSet = next.state !== 'open';
        const changed = next.state !== current.state;
        const signature = changed
          ? { setById: isSet ? write.actorId : null, setAt: isSet ? write.now : null }
          : {};
        return write.update(checklistItem, id, { ...next, ...signature }, rev);
      }),
    ),

  'checklists.addItem': (input, context) => {
    requireOpenRelease(context.store, input.releaseId);
    const last = listChecklist(context.store, input.releaseId)
      .map((item) => item.order)
      .sort()
      .at(-1);
    const order = orderAfter(last ?? null, null);
    const open = { state: 'open', evidence: '', reason: '', setById: null, setAt: null } as const;
    return toItem(
      context.transact((write) => write.insert(checklistItem, { ...input, order, ...open })),
    );
  },
};

export function listChecklist(store: Store, releaseId: string): ChecklistItem[] {
  return store.orm
    .select()
    .from(checklistItem)
    .where(ofReleases(checklistItem, [releaseId]))
    .orderBy(asc(checklistItem.order), asc(checklistItem.id))
    .all()
    .map(toItem)
    .sort((a, b) => phases.indexOf(a.phase) - phases.indexOf(b.phase));
}

export function toItem(row: Row<typeof checklistItem>): ChecklistItem {
  const { id, rev, releaseId, phase, text, order, state, evidence, reason, setById, setAt } = row;
  return {
    id,
    rev,
    releaseId,
    phase,
    text,
    order,
    state,
    evidence,
    reason,
    setById,
    setAt: isoOrNull(setAt),
  };
}
