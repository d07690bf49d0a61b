import type {
  ChecklistContent,
  ChecklistTemplateItem,
  EvidenceWish,
} from '#shared/model/governance/checklist-templates.ts';
import type { RiskBand } from '#shared/model/governance/risks.ts';
import type { Phase, ReleaseType } from '#shared/model/planning/releases.ts';
import { orderAfter } from '../order.ts';

/** A checklist template in the version it is used in; the program's own has no id. */
export type ChecklistSource = {
  templateId: string | null;
  versionId: string | null;
  /** With its version, as a list keeps it. */
  name: string;
  content: ChecklistContent;
};

/** What is known of a release; the band is null until somebody can tell. */
export type ChecklistSubject = { type: ReleaseType; band: RiskBand | null };

/** What an item takes over from a template. */
export type FilledTerms = {
  ownerRole: string | null;
  dueDaysBefore: number | null;
  evidenceWish: EvidenceWish;
  templateVersionId: string | null;
  templateName: string;
  templateKey: string;
  why: string;
};

export type FilledItem = FilledTerms & { phase: Phase; text: string; after: string[] };

type Planned = { phase: Phase; text: string; order: string };

/** An item as it is written; what no template knows of it is left to the defaults. */
export type NewChecklistItem = Planned & Partial<FilledTerms> & { after: string[] };

type Worded = { phase: Phase; text: string; templateKey: string | null };

/**
 * The templates a release is filled by: those of the workspace that are for its type and band, else
 * the program's own. A workspace that wrote its own does not want both.
 */
export function fittingSources(
  sources: readonly ChecklistSource[],
  subject: ChecklistSubject,
): ChecklistSource[] {
  const fit = sources.filter(({ content }) => isFor(content, subject));
  const own = fit.filter(({ templateId }) => templateId !== null);
  return own.length > 0 ? own : fit;
}

/** What a template asks of such a release, each item with its reason. */
export function askedItems(source: ChecklistSource, subject: ChecklistSubject): FilledItem[] {
  const { content, versionId, name } = source;
  return content.items
    .filter((item) => isFor(item, subject))
    .map((item) => ({
      ...{ phase: item.phase, text: item.text, after: item.after },
      ...{ ownerRole: item.ownerRole, dueDaysBefore: item.dueDaysBefore },
      ...{ evidenceWish: item.evidence, templateKey: item.key },
      ...{ templateVersionId: versionId, templateName: name, why: whyOf(item, content, name) },
    }));
}

/**
 * The checklist of a new release: what its release template brings, told more about by the checklist
 * templates that are for it, and behind it what those of the workspace's own ask for beside.
 */
export function checklistOfNew(
  planned: readonly Planned[],
  sources: readonly ChecklistSource[],
  type: ReleaseType,
): NewChecklistItem[] {
  const subject = { type, band: null };
  const fitting = fittingSources(sources, subject);
  const asked = fitting.flatMap((source) => askedItems(source, subject));
  const items = planned.map((item): NewChecklistItem => {
    const found = askedFor({ ...item, templateKey: null }, asked);
    return found === undefined ? { ...item, after: [] } : { ...found, ...item };
  });
  // A release template that leaves out what the program would ask for does so on purpose.
  const own = fitting.filter(({ templateId }) => templateId !== null);
  const more: FilledItem[] = [];
  for (const item of own.flatMap((source) => askedItems(source, subject))) {
    const list = [...planned.map((each) => ({ ...each, templateKey: null })), ...more];
    more.push(...missingItems([item], list));
  }
  return [...items, ...placedBehind(planned.at(-1)?.order ?? null, more)];
}

/** The items with places behind the last one there is. */
export function placedBehind(
  last: string | null,
  items: readonly FilledItem[],
): NewChecklistItem[] {
  let order = last;
  return items.map((item) => {
    order = orderAfter(order, null);
    return { ...item, order };
  });
}

/** What of the asked items is not on the list, by key or by words. */
export function missingItems<T extends Worded>(asked: readonly T[], list: readonly Worded[]): T[] {
  return asked.filter((item) => !list.some((each) => isSame(item, each)));
}

/** The template's item behind one of a list, where there is one. */
export function askedFor<T extends Worded>(item: Worded, asked: readonly T[]): T | undefined {
  return asked.find((each) => isSame(each, item));
}

/** The same thing to be true: under the same key, or in the same words before the end of the same phase. */
function isSame(a: Worded, b: Worded): boolean {
  if (a.templateKey !== null && a.templateKey === b.templateKey) return true;
  return a.phase === b.phase && plain(a.text) === plain(b.text);
}

function plain(text: string): string {
  return text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** An empty list means all. A band that nobody can tell yet is none of those asked for. */
function isFor(
  { types, bands }: Pick<ChecklistTemplateItem, 'types' | 'bands'>,
  { type, band }: ChecklistSubject,
): boolean {
  const fitsBand = bands.length === 0 || (band !== null && bands.includes(band));
  return fitsBand && (types.length === 0 || types.includes(type));
}

function whyOf(
  item: Pick<ChecklistTemplateItem, 'types' | 'bands'>,
  whole: Pick<ChecklistTemplateItem, 'types' | 'bands'>,
  name: string,
): string {
  return `Checklist template “${name}” asks for it of ${audienceWords(
    item.types.length > 0 ? item.types : whole.types,
    item.bands.length > 0 ? item.bands : whole.bands,
  )}.`;
}

/** `every release`, `major and minor releases of high or critical risk`. */
export function audienceWords(types: readonly string[], bands: readonly string[]): string {
  const what = types.length === 0 ? 'releases' : `${joined(types, 'and')} releases`;
  if (bands.length > 0) return `${what} of ${joined(bands, 'or')} risk`;
  return types.length === 0 ? 'every release' : what;
}

function joined(words: readonly string[], by: 'and' | 'or'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${by} ${last}`;
}
