import { z } from 'zod';
import { checklistTemplateDraft } from '#shared/model/governance/checklist-templates.ts';
import type {
  ChecklistContent,
  ChecklistTemplateDraft,
} from '#shared/model/governance/checklist-templates.ts';
import { freeKey } from '#shared/rules/planning/templates/own-templates.ts';

const { content } = checklistTemplateDraft.shape;

/** A template as typed: days are text, so that half a number stays as it is until it is one. */
export const editedChecklist = z.strictObject({
  name: z.string(),
  about: z.string(),
  types: content.shape.types,
  bands: content.shape.bands,
  items: z.array(
    z.strictObject({
      ...content.shape.items.element.omit({ dueDaysBefore: true }).shape,
      days: z.string(),
    }),
  ),
});
export type EditedChecklist = z.infer<typeof editedChecklist>;
export type EditedItem = EditedChecklist['items'][number];

export function editedOf(template: {
  name: string;
  about: string;
  content: ChecklistContent;
}): EditedChecklist {
  const { types, bands, items } = template.content;
  return {
    ...{ name: template.name, about: template.about, types, bands },
    items: items.map(({ dueDaysBefore, ...item }) => ({
      ...item,
      days: dueDaysBefore === null ? '' : String(dueDaysBefore),
    })),
  };
}

export function draftOf({
  name,
  about,
  types,
  bands,
  items,
}: EditedChecklist): ChecklistTemplateDraft {
  return {
    ...{ name, about },
    content: {
      ...{ types, bands },
      items: items.map(({ days, ...item }) => ({ ...item, dueDaysBefore: daysOf(days) })),
    },
  };
}

export function withItem(edited: EditedChecklist, at: number, item: EditedItem): EditedChecklist {
  return { ...edited, items: edited.items.map((each, index) => (index === at ? item : each)) };
}

/** Its key stays as it was made, for ever: by it a list tells what it left out. */
export function withNewItem(edited: EditedChecklist): EditedChecklist {
  const taken = edited.items.map(({ key }) => key);
  const item: EditedItem = {
    ...{ key: freeKey('item', taken), text: '', phase: edited.items.at(-1)?.phase ?? 'planning' },
    ...{ ownerRole: null, days: '', evidence: 'nothing', after: [], types: [], bands: [] },
  };
  return { ...edited, items: [...edited.items, item] };
}

/** What waited for the item that is taken out waits no longer. */
export function withoutItem(edited: EditedChecklist, at: number): EditedChecklist {
  const gone = edited.items[at]?.key;
  return {
    ...edited,
    items: edited.items
      .filter((_, index) => index !== at)
      .map((item) => ({ ...item, after: item.after.filter((key) => key !== gone) })),
  };
}

/** The items with one of them a place further up or down. */
export function withMoved(edited: EditedChecklist, from: number, by: -1 | 1): EditedChecklist {
  const item = edited.items[from];
  if (item === undefined) return edited;
  return { ...edited, items: edited.items.toSpliced(from, 1).toSpliced(from + by, 0, item) };
}

function daysOf(typed: string): number | null {
  const text = typed.trim().replace('−', '-');
  if (text === '') return null;
  return /^-?\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
}
