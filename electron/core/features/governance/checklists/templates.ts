import type { Context } from '#core/context.ts';
import { partsOf, rowOf } from '#core/database/plain-rows.ts';
import { checklistTemplateVersion } from '#core/database/schema/checklist-templates.ts';
import { checklistItem } from '#core/database/schema/governance.ts';
import type { Store } from '#core/database/store.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { ChecklistOffer } from '#shared/model/governance/checklists.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { offersFor, retold } from '#shared/rules/governance/checklist-offers.ts';
import type { VersionOf } from '#shared/rules/governance/checklist-offers.ts';
import {
  askedItems,
  missingItems,
  placedBehind,
} from '#shared/rules/planning/templates/checklist-fill.ts';
import type { ChecklistSubject } from '#shared/rules/planning/templates/checklist-fill.ts';
import { requireOpenRelease, requireRelease } from '../../planning/releases/index.ts';
import { checklistSources, insertItems } from '../../planning/templates/index.ts';
import { bandNow } from '../risks/index.ts';
import { listChecklist } from './entries.ts';

/** What the list of a release left out against its templates; a closed one is offered nothing. */
export function listOffers(store: Store, releaseId: string): ChecklistOffer[] {
  if (requireRelease(store, releaseId).phase === 'closed') return [];
  return offersFor(
    checklistSources(store),
    partsOf(store, checklistItem, [releaseId])(releaseId),
    subjectOf(store, releaseId),
    versionsIn(store),
  );
}

/** Adds what is missing and takes over what is newer, in one command; what was done stays. */
export function applyTemplate(
  { releaseId, templateId, keys }: Parsed<'checklists.applyTemplate'>,
  context: Context,
): Output<'checklists.applyTemplate'> {
  const { store } = context;
  requireOpenRelease(store, releaseId);
  const source = checklistSources(store).find((each) => each.templateId === templateId);
  if (source === undefined) {
    throw new Refusal(
      'not_found',
      'This checklist template is not offered any more. Choose another one of the list in Checklists → Templates.',
    );
  }
  const subject = subjectOf(store, releaseId);
  const list = partsOf(store, checklistItem, [releaseId], 'order')(releaseId);
  const asked = askedItems(source, subject);
  const missing = missingItems(asked, list);
  const unknown = keys?.find((key) => !asked.some(({ templateKey }) => templateKey === key));
  if (unknown !== undefined) {
    throw new Refusal(
      'invalid_input',
      `“${source.name}” asks no item “${unknown}” of such a release. Choose from those it offers.`,
      { keys: `names ${unknown}, which is not asked of this release` },
    );
  }
  const wanted = missing.filter(({ templateKey }) => keys?.includes(templateKey) ?? true);
  const versionOf = versionsIn(store);
  const told = retold(list, source, subject, versionOf, keys === undefined);
  const byKey = new Map<string, string>();
  for (const { id, templateKey } of list) if (templateKey !== null) byKey.set(templateKey, id);
  for (const { id, patch } of told) {
    if (patch.templateKey !== undefined) byKey.set(patch.templateKey, id);
  }
  const ids = context.transact((write) => {
    for (const { id, patch } of told) write.update(checklistItem, id, patch);
    const items = placedBehind(list.at(-1)?.order ?? null, wanted);
    return insertItems(write, releaseId, items, byKey).map(({ id }) => id);
  });
  const added = listChecklist(store, releaseId).filter(({ id }) => ids.includes(id));
  return { added, renewed: told.length, kept: list.length - told.length };
}

function subjectOf(store: Store, releaseId: string): ChecklistSubject {
  return { type: requireRelease(store, releaseId).type, band: bandNow(store, releaseId) };
}

function versionsIn(store: Store): VersionOf {
  const known = new Map<string, ReturnType<VersionOf>>();
  return (versionId) => {
    const seen = known.get(versionId);
    if (seen !== undefined) return seen;
    const row = rowOf(store, checklistTemplateVersion, versionId);
    const found = row === null ? null : { templateId: row.templateId, content: row.content };
    known.set(versionId, found);
    return found;
  };
}
