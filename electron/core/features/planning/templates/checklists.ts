import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { resourceFolder } from '#core/resources.ts';
import type { Store } from '#core/database/store.ts';
import { checklistContent } from '#shared/model/governance/checklist-templates.ts';
import type { ChecklistSource } from '#shared/rules/planning/templates/checklist-fill.ts';

const shippedTemplate = z.strictObject({
  name: z.string(),
  about: z.string(),
  content: checklistContent,
});
export type ShippedChecklist = z.infer<typeof shippedTemplate>;

let read: ShippedChecklist | undefined;

/** The checklist template the program ships; read once. */
export function shippedChecklist(): ShippedChecklist {
  if (read !== undefined) return read;
  const folder = join(resourceFolder('templates'), 'checklist');
  const [file] = readdirSync(folder).filter((name) => name.endsWith('.json'));
  if (file === undefined) throw new Error('No checklist template is shipped');
  read = shippedTemplate.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
  return read;
}

/** Every checklist template that is offered, in its newest version: the workspace’s own, then the shipped one. */
export function checklistSources({ raw }: Store): ChecklistSource[] {
  const rows = raw
    .prepare<[], { id: string; name: string; versionId: string; number: number; content: string }>(
      `SELECT t.id, t.name, v.id AS versionId, MAX(v.number) AS number, v.content
       FROM checklist_template t JOIN checklist_template_version v ON v.template_id = t.id
       WHERE t.deleted_hlc IS NULL AND v.deleted_hlc IS NULL
       GROUP BY t.id ORDER BY t.name, t.id`,
    )
    .all();
  const own = rows.map(({ id, name, versionId, number, content }) => ({
    ...{ templateId: id, versionId, name: sourceName(name, number) },
    content: checklistContent.parse(JSON.parse(content)),
  }));
  const { name, content } = shippedChecklist();
  return [...own, { templateId: null, versionId: null, name, content }];
}

function sourceName(name: string, number: number): string {
  return `${name}, version ${number}`;
}
