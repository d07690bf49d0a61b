import type { ChecklistEntry, ChecklistOffer } from '#shared/model/governance/checklists.ts';
import type { ChecklistContent } from '#shared/model/governance/checklist-templates.ts';
import {
  askedFor,
  askedItems,
  fittingSources,
  missingItems,
} from '../planning/templates/checklist-fill.ts';
import type {
  ChecklistSource,
  ChecklistSubject,
  FilledItem,
  FilledTerms,
} from '../planning/templates/checklist-fill.ts';

type Item = Pick<
  ChecklistEntry,
  | 'phase'
  | 'text'
  | 'state'
  | 'ownerRole'
  | 'dueDaysBefore'
  | 'evidenceWish'
  | 'templateKey'
  | 'templateVersionId'
  | 'templateName'
>;

/** Which template a version is of, and what was in it; null where it is known no more. */
export type VersionOf = (
  versionId: string,
) => { templateId: string; content: ChecklistContent } | null;

/** The templates a list is held against: those it was filled with, and those that are for the release. */
function offeredSources(
  sources: readonly ChecklistSource[],
  list: readonly Item[],
  subject: ChecklistSubject,
  versionOf: VersionOf,
): ChecklistSource[] {
  const used = new Set(
    list.map(({ templateVersionId, templateKey }) =>
      templateVersionId === null
        ? templateKey === null
          ? undefined
          : null
        : versionOf(templateVersionId)?.templateId,
    ),
  );
  const fitting = fittingSources(sources, subject);
  return sources.filter((each) => used.has(each.templateId) || fitting.includes(each));
}

/** What each template would add to a list or say anew of it; those that have nothing to say are left out. */
export function offersFor(
  sources: readonly ChecklistSource[],
  list: readonly Item[],
  subject: ChecklistSubject,
  versionOf: VersionOf,
): ChecklistOffer[] {
  return offeredSources(sources, list, subject, versionOf).flatMap((source) => {
    const asked = askedItems(source, subject);
    const missing = missingItems(asked, list);
    const older = list.filter(({ templateVersionId: versionId }) => {
      return versionId !== null && versionId !== source.versionId && isOf(versionId, source);
    });
    const renewed = list.filter((item) => renewal(item, source, subject, versionOf) !== null);
    if (missing.length === 0 && renewed.length === 0) return [];
    return [
      {
        templateId: source.templateId,
        name: source.name,
        had: older[0]?.templateName ?? null,
        missing: missing.map(({ templateKey: key, text, phase, why }) => ({
          ...{ key, text, phase, why },
        })),
        renewed: renewed.length,
      },
    ];
  });

  function isOf(versionId: string, { templateId }: ChecklistSource): boolean {
    return versionOf(versionId)?.templateId === templateId;
  }
}

type Renewal = Partial<Pick<FilledItem, 'text' | 'ownerRole' | 'dueDaysBefore' | 'evidenceWish'>>;

/**
 * What the newest version says otherwise of an open item than the version it came from. What people
 * changed by hand since stays theirs.
 */
function renewal(
  item: Item,
  source: ChecklistSource,
  subject: ChecklistSubject,
  versionOf: VersionOf,
): Renewal | null {
  const { templateVersionId: versionId, templateKey: key } = item;
  if (item.state !== 'open' || versionId === null || versionId === source.versionId) return null;
  const version = versionOf(versionId);
  if (version === null || version.templateId !== source.templateId) return null;
  const before = version.content.items.find((each) => each.key === key);
  const now = askedItems(source, subject).find((each) => each.templateKey === key);
  if (before === undefined || now === undefined) return null;
  const patch: Renewal = {};
  if (item.text === before.text && now.text !== before.text) patch.text = now.text;
  if (item.ownerRole === before.ownerRole && now.ownerRole !== before.ownerRole) {
    patch.ownerRole = now.ownerRole;
  }
  if (item.dueDaysBefore === before.dueDaysBefore && now.dueDaysBefore !== before.dueDaysBefore) {
    patch.dueDaysBefore = now.dueDaysBefore;
  }
  if (item.evidenceWish === before.evidence && now.evidenceWish !== before.evidence) {
    patch.evidenceWish = now.evidenceWish;
  }
  return Object.keys(patch).length === 0 ? null : patch;
}

type Retold = Renewal & Partial<FilledTerms>;

/**
 * What a template tells anew of the items of a list: all of its terms where no template told of the
 * item yet, else, with `renewing`, what its newest version says otherwise.
 */
export function retold<T extends Item & { id: string }>(
  list: readonly T[],
  source: ChecklistSource,
  subject: ChecklistSubject,
  versionOf: VersionOf,
  renewing: boolean,
): { id: string; patch: Retold }[] {
  const asked = askedItems(source, subject);
  return list.flatMap((item): { id: string; patch: Retold }[] => {
    const found = item.templateKey === null ? askedFor(item, asked) : undefined;
    if (found !== undefined) {
      const { phase: _phase, text: _text, after: _after, ...terms } = found;
      return [{ id: item.id, patch: terms }];
    }
    const patch = renewing ? renewal(item, source, subject, versionOf) : null;
    if (patch === null) return [];
    const { versionId: templateVersionId, name: templateName } = source;
    return [{ id: item.id, patch: { ...patch, templateVersionId, templateName } }];
  });
}
