import { asc, desc, eq } from 'drizzle-orm';
import { rowOf } from '#core/database/plain-rows.ts';
import { template, templateVersion } from '#core/database/schema/templates.ts';
import { alive, iso, plain } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { ReleaseType } from '#shared/model/planning/releases.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type {
  ReleaseTemplate,
  TemplateOrigin,
  TemplateSummary,
  TemplateView,
} from '#shared/model/planning/templates.ts';
import { contentOf } from '#shared/rules/planning/templates/own-templates.ts';
import { describeTemplate } from '#shared/rules/planning/templates/templates.ts';
import { readTemplates, templateOf } from './shipped.ts';

export type VersionRow = Plain<typeof templateVersion>;

type Usage = { versionId: string | null; type: ReleaseType; releases: number };

/** What releases can be made from: the program's own, then those of the workspace by name. */
export function listTemplates(store: Store): TemplateSummary[] {
  const used = usages(store);
  const shipped = readTemplates().map((each) => ({
    ...describeTemplate(each),
    own: null,
    releases:
      used.find(({ versionId, type }) => versionId === null && type === each.type)?.releases ?? 0,
  }));
  const rows = store.orm
    .select()
    .from(template)
    .where(alive(template))
    .orderBy(asc(template.name), asc(template.id))
    .all();
  const own = rows.flatMap(({ id }): TemplateSummary[] => {
    const versions = versionsOf(store, id);
    const [newest] = versions;
    if (newest === undefined) return [];
    const { id: versionId, number, at, byId, content } = newest;
    return [
      {
        ...describeTemplate(content),
        own: { id, versionId, number, savedAt: iso(at), savedById: byId },
        releases: versions.reduce((sum, each) => sum + usedBy(used, each.id), 0),
      },
    ];
  });
  return [...shipped, ...own];
}

/** A template with all its versions; one that was removed too. */
export function viewTemplate(store: Store, id: string, number?: number): TemplateView {
  const row = requireTemplate(store, id);
  const versions = versionsOf(store, id);
  const used = usages(store);
  const shown = number === undefined ? versions[0] : requireNumber(versions, number, row.name);
  const [newest] = versions;
  if (shown === undefined || newest === undefined) throw new Error(`${row.name} has no version`);
  return {
    id,
    rev: newest.number,
    name: shown.content.name,
    about: shown.content.about,
    removed: row.deletedHlc !== null,
    number: shown.number,
    content: contentOf(shown.content),
    versions: versions.map(({ id: versionId, number: place, at, byId, note }) => ({
      ...{ id: versionId, number: place, at: iso(at), byId, note },
      releases: usedBy(used, versionId),
    })),
  };
}

/** Also one that was removed: its releases still say where they come from. */
export function requireTemplate(store: Store, id: string) {
  const row = store.orm.select().from(template).where(eq(template.id, id)).get();
  // A template whose making was undone has no version left: it never was.
  if (row !== undefined && versionsOf(store, id).length > 0) return row;
  throw new Refusal(
    'not_found',
    `There is no template with the id ${id}. Choose one of the list in Settings → Templates.`,
  );
}

/** Newest first. */
export function versionsOf(store: Store, templateId: string): VersionRow[] {
  return store.orm
    .select(plain(templateVersion))
    .from(templateVersion)
    .where(alive(templateVersion, eq(templateVersion.templateId, templateId)))
    .orderBy(desc(templateVersion.number))
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

/** The version new releases are made from; null for a template that has none. */
export function newestVersionId(store: Store, templateId: string): string | null {
  return versionsOf(store, templateId)[0]?.id ?? null;
}

/** What a new release is filled with: the version it names, or the program's own of its type. */
export function templateForNew(
  store: Store,
  type: ReleaseType,
  versionId: string | undefined,
): ReleaseTemplate {
  if (versionId === undefined) return templateOf(type);
  const version = rowOf(store, templateVersion, versionId);
  const row = version === null ? null : rowOf(store, template, version.templateId);
  if (version === null || row === null) {
    const message = 'is not offered any more; choose another one';
    throw new Refusal('not_found', `The template ${message}.`, { templateVersionId: message });
  }
  if (version.content.type === type) return version.content;
  throw new Refusal(
    'invalid_input',
    `“${row.name}” is a template for ${version.content.type} releases, and this one is ${type}. Choose the type ${version.content.type} or another template.`,
    { templateVersionId: `is for ${version.content.type} releases` },
  );
}

/** What a release was made from, whatever became of the template since. */
export function templateBehind(
  store: Store,
  { type, templateVersionId }: { type: ReleaseType; templateVersionId: string | null },
): ReleaseTemplate {
  if (templateVersionId === null) return templateOf(type);
  return rowOf(store, templateVersion, templateVersionId)?.content ?? templateOf(type);
}

export function originOf(store: Store, versionId: string | null): TemplateOrigin | null {
  const version = versionId === null ? null : rowOf(store, templateVersion, versionId);
  if (version === null) return null;
  const row = requireTemplate(store, version.templateId);
  return {
    templateId: row.id,
    versionId: version.id,
    name: row.name,
    number: version.number,
    removed: row.deletedHlc !== null,
  };
}

/** How many releases were made from each version, and from each of the program's own. */
function usages({ raw }: Store): Usage[] {
  return raw
    .prepare<[], Usage>(
      `SELECT template_version_id AS versionId, type, COUNT(*) AS releases FROM release
       WHERE deleted_hlc IS NULL GROUP BY template_version_id, type`,
    )
    .all();
}

function usedBy(used: readonly Usage[], versionId: string): number {
  return used
    .filter((each) => each.versionId === versionId)
    .reduce((sum, { releases }) => sum + releases, 0);
}
