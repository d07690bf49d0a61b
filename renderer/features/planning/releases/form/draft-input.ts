import type { Input } from '#shared/contract/index.ts';
import type { FieldMessages } from '#shared/model/refusal.ts';
import { toInstant } from '#shared/rules/planning/zoned-time.ts';
import type { ComponentDraft, DeploymentDraft, ReleaseDraft } from './draft.ts';

type Create = Input<'releases.create'>;
type Update = Input<'releases.update'>;
export type ComponentInput = NonNullable<Update['components']>[number];
export type DeploymentInput = NonNullable<Update['deployments']>[number];

/** What the form sends, or what keeps it from being sent: field paths of the form to words. */
export type Checked<T> = { ok: true; input: T } | { ok: false; fields: FieldMessages };

export function createInput(draft: ReleaseDraft): Checked<Create> {
  const components = componentInputs(draft.components);
  const deployments = deploymentInputs(draft.deployments);
  // In the order of the form: the first one takes the focus.
  const fields: FieldMessages = {};
  if (draft.name.trim() === '') fields['name'] = 'Type a name, such as Payments 4.2.';
  if (draft.ownerId === '') fields['ownerId'] = 'Choose who owns the release.';
  Object.assign(fields, fieldsOf(components), fieldsOf(deployments));
  if (!components.ok || !deployments.ok || Object.keys(fields).length > 0) {
    return { ok: false, fields };
  }
  const { type, templateVersionId, name, ownerId, dataMigration, standardChange, notes } = draft;
  return {
    ok: true,
    input: {
      type,
      ...(templateVersionId === '' ? {} : { templateVersionId }),
      name,
      ownerId,
      dataMigration,
      standardChange,
      notes,
      components: components.input.map(({ id: _, ...row }) => row),
      deployments: deployments.input.map(({ id: _, ...row }) => row),
    },
  };
}

/** Rows nobody has typed into are left out: the form always offers an empty one. */
export function componentInputs(rows: readonly ComponentDraft[]): Checked<ComponentInput[]> {
  const fields: FieldMessages = {};
  const input: ComponentInput[] = [];
  rows.forEach((row, index) => {
    if (isBlank(row.serviceId, row.version, row.commit, row.artefact)) return;
    if (row.serviceId === '') fields[`components.${index}.serviceId`] = 'Choose the service.';
    if (row.version.trim() === '') fields[`components.${index}.version`] = 'Type the version.';
    input.push({
      id: row.id,
      serviceId: row.serviceId,
      version: row.version,
      commit: nullIfBlank(row.commit),
      artefact: nullIfBlank(row.artefact),
    });
  });
  return Object.keys(fields).length > 0 ? { ok: false, fields } : { ok: true, input };
}

export function deploymentInputs(rows: readonly DeploymentDraft[]): Checked<DeploymentInput[]> {
  const fields: FieldMessages = {};
  const input: DeploymentInput[] = [];
  rows.forEach((row, index) => {
    if (isBlank(row.environmentId, row.region, row.date, row.time)) return;
    const place = `deployments.${index}`;
    if (row.environmentId === '') fields[`${place}.environmentId`] = 'Choose the environment.';
    const durationMinutes = minutesOf(row.duration);
    if (durationMinutes === null) {
      fields[`${place}.duration`] = 'Expected whole minutes, such as 90.';
    }
    const start = startOf(row);
    if (typeof start === 'string') fields[`${place}.date`] = start;
    if (durationMinutes === null || typeof start === 'string') return;
    input.push({
      id: row.id,
      environmentId: row.environmentId,
      region: row.region,
      startAt: start.instant,
      zone: row.zone,
      durationMinutes,
    });
  });
  return Object.keys(fields).length > 0 ? { ok: false, fields } : { ok: true, input };
}

/** The start as an instant with what daylight saving did to it, or why there is none yet. */
export function startOf(row: DeploymentDraft): { instant: string; note: string | null } | string {
  if (row.date === '') return 'Choose the date of the start.';
  if (!/^\d{2}:\d{2}$/.test(row.time)) return 'Type the time of the start, such as 22:00.';
  try {
    return toInstant({ date: row.date, time: row.time, zone: row.zone });
  } catch {
    return `There is no such time in ${row.zone}. Check the date, the time and the zone.`;
  }
}

function fieldsOf(checked: Checked<unknown>): FieldMessages {
  return checked.ok ? {} : checked.fields;
}

function minutesOf(text: string): number | null {
  return /^\d{1,5}$/.test(text.trim()) ? Number(text) : null;
}

function nullIfBlank(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

function isBlank(...texts: string[]): boolean {
  return texts.every((text) => text.trim() === '');
}
