import type { Context, Handlers } from '#core/context.ts';
import { partsOf } from '#core/database/plain-rows.ts';
import { checklistItem } from '#core/database/schema/governance.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { ChecklistEntry } from '#shared/model/governance/checklists.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { withTerms } from '#shared/rules/governance/checklist-terms.ts';
import { orderAfter } from '#shared/rules/planning/order.ts';
import { reordered } from '#shared/rules/planning/reorder.ts';
import { requireOpenRelease, requireRelease } from '../../planning/releases/index.ts';
import { itemsAcross } from './across.ts';
import { listChecklist, requireEntry } from './entries.ts';
import { changeItem, changeMany, checkTerms } from './set.ts';
import { applyTemplate, listOffers } from './templates.ts';

type Names =
  | 'checklists.list'
  | 'checklists.across'
  | 'checklists.offers'
  | 'checklists.setItem'
  | 'checklists.setMany'
  | 'checklists.addItem'
  | 'checklists.moveItem'
  | 'checklists.removeItem'
  | 'checklists.applyTemplate';

export const checklists: Handlers<Names> = {
  'checklists.list': ({ releaseId }, { store }) => {
    requireRelease(store, releaseId);
    return listChecklist(store, releaseId);
  },
  'checklists.across': ({ settled }, context) => itemsAcross(context, settled),
  'checklists.offers': ({ releaseId }, { store }) => listOffers(store, releaseId),
  'checklists.setItem': ({ id, rev, ...patch }, context) => {
    context.transact((write) => changeItem(write, context.store, id, patch, rev));
    return requireEntry(context.store, id);
  },
  'checklists.setMany': (input, context) => ({ changed: changeMany(input, context) }),
  'checklists.addItem': (input, context) => addItem(input, context),
  'checklists.moveItem': (input, context) => moveItem(input, context),
  'checklists.removeItem': ({ id }, context) => removeItem(id, context),
  'checklists.applyTemplate': (input, context) => applyTemplate(input, context),
};

const open = { state: 'open', evidence: '', reason: '', setById: null, setAt: null } as const;
const noTerms: Parameters<typeof withTerms>[0] = {
  ...{ phase: 'planning', ownerId: null, ownerRole: null, dueOn: null, dueDaysBefore: null },
  ...{ evidenceWish: 'nothing', evidenceUrl: '', evidenceAttachmentId: null, afterIds: [] },
};

/** As many as a release is worked through with; a longer list is longer only by mistake. */
const mostItems = 1000;

function addItem(input: Parsed<'checklists.addItem'>, context: Context): ChecklistEntry {
  const { store } = context;
  const { releaseId, text, phase, ...terms } = input;
  const { name } = requireOpenRelease(store, releaseId);
  checkTerms(store, input, null);
  const list = partsOf(store, checklistItem, [releaseId], 'order')(releaseId);
  if (list.length >= mostItems) {
    throw new Refusal(
      'precondition_failed',
      `The checklist of ${name} has ${mostItems} items already. Take out what is not needed.`,
    );
  }
  const order = orderAfter(list.at(-1)?.order ?? null, null);
  const termed = withTerms(noTerms, { ...terms, phase });
  const { id } = context.transact((write) =>
    write.insert(checklistItem, { ...termed, ...open, releaseId, text, order }),
  );
  return requireEntry(store, id);
}

function moveItem(
  { id, afterId }: Parsed<'checklists.moveItem'>,
  context: Context,
): Output<'checklists.moveItem'> {
  const { store } = context;
  return context.transact((write) => {
    const item = write.find(checklistItem, id);
    requireOpenRelease(store, item.releaseId);
    const phase = listChecklist(store, item.releaseId).filter((each) => each.phase === item.phase);
    if (afterId !== null && !phase.some((each) => each.id === afterId)) {
      const message = 'is not in the same phase of this checklist; change the phase first';
      throw new Refusal('invalid_input', `The item to stand behind ${message}.`, {
        afterId: message,
      });
    }
    for (const moved of reordered(phase, id, afterId)) {
      write.update(checklistItem, moved.id, { order: moved.order });
    }
    return listChecklist(store, item.releaseId);
  });
}

function removeItem(id: string, context: Context): Output<'checklists.removeItem'> {
  const { store } = context;
  return context.transact((write) => {
    const { releaseId, text } = write.find(checklistItem, id);
    requireOpenRelease(store, releaseId);
    for (const other of partsOf(store, checklistItem, [releaseId])(releaseId)) {
      if (!other.afterIds.includes(id)) continue;
      const afterIds = other.afterIds.filter((each) => each !== id);
      write.update(checklistItem, other.id, { afterIds });
    }
    write.remove(checklistItem, id);
    return { id, text };
  });
}
