import type {
  ChecklistContent,
  ChecklistTemplateDraft,
  ChecklistTemplateItem,
} from '#shared/model/governance/checklist-templates.ts';
import { checklistTemplateItem } from '#shared/model/governance/checklist-templates.ts';
import type { TemplateChange } from '#shared/model/planning/templates.ts';
import { chainInWords, cycleThrough } from '../planning/cycles.ts';
import { phaseNames } from '../planning/life.ts';
import { audienceWords } from '../planning/templates/checklist-fill.ts';
import type { TemplateProblem } from '../planning/templates/own-templates.ts';

const mostItems = 300;

/** All that keeps a checklist template from being published, in the order it is read. */
export function checkChecklistTemplate(
  { name, about, content }: ChecklistTemplateDraft,
  roleKeys: readonly string[],
): TemplateProblem[] {
  const { items } = content;
  const problems: TemplateProblem[] = [];
  if (name.trim() === '') {
    problems.push({ path: 'name', where: 'The name', message: 'is empty; type one' });
  }
  if (about.trim() === '') {
    const message = 'is empty; say what releases it is for';
    problems.push({ path: 'about', where: 'What it is for', message });
  }
  if (items.length === 0 || items.length > mostItems) {
    const message =
      items.length === 0
        ? 'has no item; add what has to be true'
        : `has ${items.length} items; at most ${mostItems} are worked through`;
    problems.push({ path: 'items', where: 'The template', message });
  }
  return [...problems, ...items.flatMap((item, index) => itemProblems(item, index))];

  function itemProblems(item: ChecklistTemplateDraft['content']['items'][number], index: number) {
    const found: TemplateProblem[] = [];
    const where = `Item ${index + 1}`;
    const say = (field: string, message: string) =>
      found.push({ path: `items.${index}.${field}`, where, message });
    const text = checklistTemplateItem.shape.text.safeParse(item.text);
    if (!text.success) say('text', text.error.issues[0]?.message ?? 'does not fit');
    if (!checklistTemplateItem.shape.key.safeParse(item.key).success) {
      say('key', 'has a key that is none; expected lower-case words joined by hyphens');
    } else if (items.findIndex(({ key }) => key === item.key) !== index) {
      say('key', `has the key ${item.key}, which an earlier item has already`);
    }
    if (item.phase === 'closed') say('phase', 'is in the phase Closed, which ends with nothing');
    if (item.ownerRole !== null && !roleKeys.includes(item.ownerRole)) {
      say('ownerRole', 'is owned by a role this workspace does not have; choose another');
    }
    const days = checklistTemplateItem.shape.dueDaysBefore.safeParse(item.dueDaysBefore);
    if (!days.success) {
      say('dueDaysBefore', 'expects whole days from −365 to 365, or nothing for no date');
    }
    const unknown = item.after.find((key) => !items.some((each) => each.key === key));
    if (unknown !== undefined) say('after', 'waits for an item that is not in the template');
    const cycle = cycleThrough(item.key, (key) => items.find((i) => i.key === key)?.after ?? []);
    const isFirst = items.findIndex(({ key }) => key === item.key) === index;
    if (cycle !== null && isFirst) {
      const chain = cycle.map((key) => `“${items.find((i) => i.key === key)?.text ?? key}”`);
      say('after', `waits for itself: ${chainInWords(chain)}; take one of them out`);
    }
    return found;
  }
}

type Called = (roleKey: string) => string;

/** What differs between two versions of a checklist template, in the words its editor uses. */
export function checklistChanges(
  from: ChecklistContent,
  to: ChecklistContent,
  called: Called,
): TemplateChange[] {
  const before = new Map(from.items.map((item) => [item.key, item]));
  const after = new Map(to.items.map((item) => [item.key, item]));
  const gone = from.items.filter(({ key }) => !after.has(key));
  const order = (items: readonly ChecklistTemplateItem[]) =>
    items.filter(({ key }) => before.has(key) && after.has(key)).map(({ key }) => key);
  const moved = order(from.items).join() !== order(to.items).join();
  return [
    ...changed('For', audienceOf(from), audienceOf(to)),
    ...gone.map(({ text }) => ({ what: 'Item', from: text, to: null })),
    ...to.items.flatMap((item): TemplateChange[] => {
      const old = before.get(item.key);
      return old === undefined
        ? [{ what: 'Item', from: null, to: item.text }]
        : itemChanges(old, item, { before, after, called });
    }),
    ...(moved ? [{ what: 'Order of the items', from: 'as it was', to: 'changed' }] : []),
  ];
}

type Items = ReadonlyMap<string, ChecklistTemplateItem>;

function itemChanges(
  old: ChecklistTemplateItem,
  item: ChecklistTemplateItem,
  { before, after, called }: { before: Items; after: Items; called: Called },
): TemplateChange[] {
  const of = `“${item.text}”`;
  const owner = ({ ownerRole }: ChecklistTemplateItem) =>
    ownerRole === null ? 'nobody' : called(ownerRole);
  const waits = (each: ChecklistTemplateItem, among: Items) =>
    each.after.map((key) => `“${among.get(key)?.text ?? key}”`).join(', ') || 'nothing';
  return [
    ...changed(`${of}: words`, old.text, item.text),
    ...changed(`${of}: phase`, phaseNames[old.phase], phaseNames[item.phase]),
    ...changed(`${of}: owner`, owner(old), owner(item)),
    ...changed(`${of}: due`, dueWords(old.dueDaysBefore), dueWords(item.dueDaysBefore)),
    ...changed(`${of}: evidence`, old.evidence, item.evidence),
    ...changed(`${of}: after`, waits(old, before), waits(item, after)),
    ...changed(`${of}: asked for of`, audienceOf(old), audienceOf(item)),
  ];
}

/** `5 days before the start`, `on the day of the start`, `3 days after the start`, `no date`. */
export function dueWords(days: number | null): string {
  if (days === null) return 'no date';
  if (days === 0) return 'on the day of the start';
  const count = Math.abs(days);
  return `${count} ${count === 1 ? 'day' : 'days'} ${days > 0 ? 'before' : 'after'} the start`;
}

function audienceOf({ types, bands }: Pick<ChecklistContent, 'types' | 'bands'>): string {
  return audienceWords(types, bands);
}

function changed(what: string, from: string, to: string): TemplateChange[] {
  return from === to ? [] : [{ what, from, to }];
}
