import { z } from 'zod';
import { templateDraft } from '#shared/model/planning/templates.ts';
import type { TemplateDraft, TemplateView } from '#shared/model/planning/templates.ts';
import { checkTemplate, freeKey } from '#shared/rules/planning/templates/own-templates.ts';
import type { TemplateProblem } from '#shared/rules/planning/templates/own-templates.ts';

const days = z.strictObject({ build: z.string(), readiness: z.string(), postRelease: z.string() });

/** A template as typed: days are text, so that half a number stays as it is until it is one. */
export const editedTemplate = z.strictObject({
  name: z.string(),
  about: z.string(),
  days,
  content: templateDraft.omit({ leadDays: true }),
});
export type EditedTemplate = z.infer<typeof editedTemplate>;
export type EditedGate = EditedTemplate['content']['gates'][number];
export type EditedItem = EditedTemplate['content']['checklist'][number];

export function editedOf({ name, about, content }: TemplateView): EditedTemplate {
  const { leadDays, ...rest } = content;
  const text = {
    build: String(leadDays.build),
    readiness: String(leadDays.readiness),
    postRelease: String(leadDays.postRelease),
  };
  return { name, about, days: text, content: rest };
}

export function draftOf({ days: typed, content }: EditedTemplate): TemplateDraft {
  const leadDays = {
    build: wholeNumber(typed.build),
    readiness: wholeNumber(typed.readiness),
    postRelease: wholeNumber(typed.postRelease),
  };
  return { ...content, leadDays };
}

/** What keeps it from being saved, by the path of the field. */
export function problemsOf(edited: EditedTemplate, roleKeys: readonly string[]): TemplateProblem[] {
  const called: TemplateProblem[] = [];
  if (edited.name.trim() === '') {
    called.push({ path: 'name', where: 'The name', message: 'is empty; type one' });
  }
  if (edited.about.trim() === '') {
    const message = 'is empty; say what releases it is for';
    called.push({ path: 'about', where: 'What it is for', message });
  }
  return [...called, ...checkTemplate(draftOf(edited), roleKeys)];
}

export function withGate(edited: EditedTemplate, at: number, gate: EditedGate): EditedTemplate {
  return withGates(
    edited,
    edited.content.gates.map((each, index) => (index === at ? gate : each)),
  );
}

export function withGates(edited: EditedTemplate, gates: EditedGate[]): EditedTemplate {
  return { ...edited, content: { ...edited.content, gates } };
}

export function withItems(edited: EditedTemplate, checklist: EditedItem[]): EditedTemplate {
  return { ...edited, content: { ...edited.content, checklist } };
}

/** A new gate is named by whoever adds it; its key stays as it was made, for ever. */
export function newGate({ content }: EditedTemplate): EditedGate {
  const key = freeKey(
    'gate',
    content.gates.map((gate) => gate.key),
  );
  return { key, name: '', phase: 'readiness', check: 'decision', places: [], why: '' };
}

/** The seats as they are, with one for a role added or taken away. */
export function toggleSeat(gate: EditedGate, roleKey: string): EditedGate {
  const seated = gate.places.some((place) => place.roleKey === roleKey);
  if (seated) return { ...gate, places: gate.places.filter((place) => place.roleKey !== roleKey) };
  const key = freeKey(
    roleKey,
    gate.places.map((place) => place.key),
  );
  return { ...gate, places: [...gate.places, { key, roleKey }] };
}

/** A list with one of its members a place further up or down; the same where it cannot go on. */
export function moved<T>(list: readonly T[], from: number, by: -1 | 1): T[] {
  const to = from + by;
  const [member, other] = [list[from], list[to]];
  if (member === undefined || other === undefined) return [...list];
  return list.map((each, index) => (index === from ? other : index === to ? member : each));
}

function wholeNumber(typed: string): number {
  return /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
}
