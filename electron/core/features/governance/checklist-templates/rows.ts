import { asc, desc, eq } from 'drizzle-orm';
import {
  checklistTemplate,
  checklistTemplateVersion,
} from '#core/database/schema/checklist-templates.ts';
import { alive, iso, plain } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type {
  ChecklistTemplateSummary,
  ChecklistTemplateView,
} from '#shared/model/governance/checklist-templates.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { shippedChecklist } from '../../planning/templates/index.ts';

export type VersionRow = Plain<typeof checklistTemplateVersion>;

/** Those of the workspace by name, then the program’s own. */
export function listTemplates(store: Store): ChecklistTemplateSummary[] {
  const used = usages(store);
  const rows = store.orm
    .select()
    .from(checklistTemplate)
    .where(alive(checklistTemplate))
    .orderBy(asc(checklistTemplate.name), asc(checklistTemplate.id))
    .all();
  const own = rows.flatMap(({ id, name, about }): ChecklistTemplateSummary[] => {
    const [newest] = versionsOf(store, id);
    if (newest === undefined) return [];
    const { number, content, at, byId } = newest;
    return [
      {
        ...{ id, name, about, number, content, savedAt: iso(at), savedById: byId },
        releases: used.get(id) ?? 0,
      },
    ];
  });
  const shipped = { id: null, number: null, savedAt: null, savedById: null };
  return [...own, { ...shippedChecklist(), ...shipped, releases: used.get(null) ?? 0 }];
}

/** A template with all its versions; one that was removed too. */
export function viewTemplate(store: Store, id: string, number?: number): ChecklistTemplateView {
  const { name, about, deletedHlc } = requireTemplate(store, id);
  const versions = versionsOf(store, id);
  const [newest] = versions;
  const shown = number === undefined ? newest : requireNumber(versions, number, name);
  if (newest === undefined || shown === undefined) throw new Error(`${name} has no version`);
  return {
    ...{ id, rev: newest.number, name, about, removed: deletedHlc !== null },
    ...{ number: shown.number, content: shown.content },
    versions: versions.map((each) => ({
      ...{ id: each.id, number: each.number, at: iso(each.at) },
      ...{ byId: each.byId, note: each.note },
    })),
  };
}

export function requireTemplate(store: Store, id: string) {
  const row = store.orm.select().from(checklistTemplate).where(eq(checklistTemplate.id, id)).get();
  // A template whose making was undone has no version left: it never was.
  if (row !== undefined && versionsOf(store, id).length > 0) return row;
  throw new Refusal(
    'not_found',
    `There is no checklist template with the id ${id}. Choose one of the list in Checklists → Templates.`,
  );
}

/** Newest first. */
export function versionsOf(store: Store, templateId: string): VersionRow[] {
  return store.orm
    .select(plain(checklistTemplateVersion))
    .from(checklistTemplateVersion)
    .where(alive(checklistTemplateVersion, eq(checklistTemplateVersion.templateId, templateId)))
    .orderBy(desc(checklistTemplateVersion.number))
    .all();
}

export function requireNumber(
  versions: readonly VersionRow[],
  number: number,
  name: string,
): VersionRow {
  const found = versions.find((each) => each.number === number);
  if (found !== undefined) return found;
  throw new Refusal(
    'not_found',
    `“${name}” has no version ${number}; its versions are 1 to ${versions[0]?.number ?? 0}.`,
  );
}

/** How many open releases have items of each template; null stands for the program’s own. */
function usages({ raw }: Store): Map<string | null, number> {
  const rows = raw
    .prepare<[], { templateId: string | null; releases: number }>(
      `SELECT v.template_id AS templateId, COUNT(DISTINCT i.release_id) AS releases
       FROM checklist_item i JOIN release r ON r.id = i.release_id
       LEFT JOIN checklist_template_version v ON v.id = i.template_version_id
       WHERE i.deleted_hlc IS NULL AND r.deleted_hlc IS NULL AND r.phase <> 'closed'
         AND i.template_key IS NOT NULL
       GROUP BY v.template_id`,
    )
    .all();
  return new Map(rows.map(({ templateId, releases }) => [templateId, releases]));
}
