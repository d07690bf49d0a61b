import { releaseTemplate } from '#shared/model/planning/templates.ts';
import type {
  ReleaseTemplate,
  TemplateContent,
  TemplateDraft,
} from '#shared/model/planning/templates.ts';
import { shortText } from '#shared/model/primitives.ts';
import { roleKey as roleKeyModel } from '#shared/model/workspace/people.ts';

/** What is wrong with one part: `gates.2.name`, and the same in words people find it by. */
export type TemplateProblem = { path: string; where: string; message: string };

/** More than anybody reads; a list is longer only by mistake. */
export const mostGates = 60;
export const mostItems = 300;
const longestWhy = 1000;
const mostLeadDays = 365;

/** All that keeps a template from being saved, in the order it is read. */
export function checkTemplate(
  draft: TemplateDraft,
  roleKeys: readonly string[],
): TemplateProblem[] {
  return [
    ...checkDays(draft.leadDays),
    ...checkRoles(draft.roles, roleKeys),
    ...checkGates(draft.gates, roleKeys),
    ...checkItems(draft.checklist),
  ];
}

/** One sentence for each of the first three, and how many more there are. */
export function problemsInWords(problems: readonly TemplateProblem[]): string {
  const said = problems.slice(0, 3).map(({ where, message }) => `${where} ${message}.`);
  const more = problems.length > 3 ? ` And ${problems.length - 3} more.` : '';
  return `${said.join(' ')}${more}`;
}

/** The template as it is stored, of a draft in which nothing is wrong. */
export function templateOfDraft(
  draft: TemplateDraft,
  called: { name: string; about: string },
): ReleaseTemplate {
  return releaseTemplate.parse({
    ...draft,
    ...called,
    gates: draft.gates.map(({ facts, places, needed, inOrder, ...gate }) =>
      gate.check === 'decision'
        ? {
            ...{ ...gate, places },
            ...(needed === undefined ? {} : { needed }),
            ...(inOrder === true ? { inOrder } : {}),
            ...(facts === undefined ? {} : { facts }),
          }
        : { ...gate, places: [] },
    ),
  });
}

/** A template's content without its name, as it is edited. */
export function contentOf({ name: _n, about: _a, ...content }: ReleaseTemplate): TemplateContent {
  return content;
}

/** A key nobody uses yet, from a name: `CAB approval` → `cab-approval`. */
export function freeKey(name: string, taken: readonly string[]): string {
  const stem =
    name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 50) || 'gate';
  for (let suffix = 1; ; suffix += 1) {
    const key = suffix === 1 ? stem : `${stem}-${suffix}`;
    if (!taken.includes(key)) return key;
  }
}

function checkDays(days: TemplateDraft['leadDays']): TemplateProblem[] {
  const words = { build: 'build', readiness: 'readiness', postRelease: 'the review' } as const;
  const problems: TemplateProblem[] = [];
  for (const key of ['build', 'readiness', 'postRelease'] as const) {
    const value = days[key];
    if (Number.isInteger(value) && value >= 0 && value <= mostLeadDays) continue;
    const message = `expects whole days from 0 to ${mostLeadDays}`;
    problems.push({ path: `leadDays.${key}`, where: `The lead of ${words[key]}`, message });
  }
  if (problems.length === 0 && days.readiness > days.build) {
    const message = `begins ${days.readiness} days before the start, which is before build with ${days.build}; give build at least as many`;
    problems.push({ path: 'leadDays.readiness', where: 'Readiness', message });
  }
  return problems;
}

function checkRoles(roles: readonly string[], known: readonly string[]): TemplateProblem[] {
  return roles.flatMap((key, index) => {
    const at = { path: `roles.${index}`, where: `Role ${index + 1} (“${clip(key)}”)` };
    if (!known.includes(key)) return [{ ...at, message: unknownRole }];
    if (roles.indexOf(key) !== index) return [{ ...at, message: 'stands there already' }];
    return [];
  });
}

const unknownRole = 'is no role of this workspace; add it in Settings → People or choose another';

function checkGates(gates: TemplateDraft['gates'], roles: readonly string[]): TemplateProblem[] {
  if (gates.length > mostGates) {
    const message = `has ${gates.length} gates; at most ${mostGates} are looked after`;
    return [{ path: 'gates', where: 'The template', message }];
  }
  return gates.flatMap((gate, index) => {
    const path = `gates.${index}`;
    const where = `Gate ${index + 1} (“${clip(gate.name)}”)`;
    const problems: TemplateProblem[] = [];
    const say = (field: string, message: string) =>
      problems.push({ path: `${path}.${field}`, where, message });
    const named = shortText.safeParse(gate.name);
    if (!named.success) say('name', `has a name that ${firstOf(named.error)}`);
    else if (gates.findIndex(({ name }) => name.trim() === gate.name.trim()) !== index) {
      say('name', 'is called as an earlier one; tell them apart');
    }
    if (!roleKeyModel.safeParse(gate.key).success) {
      say('key', `has the key “${clip(gate.key)}”; expected lower-case words joined by hyphens`);
    } else if (gates.findIndex(({ key }) => key === gate.key) !== index) {
      say('key', `has the key ${gate.key}, which an earlier gate has already`);
    }
    if (gate.why.trim() === '') say('why', 'does not say why it is there; write a sentence');
    if (gate.why.length > longestWhy) {
      say('why', `says why in more than ${longestWhy} characters; shorten it`);
    }
    if (gate.phase === 'closed') say('phase', 'is in the phase Closed, in which nothing is passed');
    if (gate.when?.anyOf.length === 0) say('when', 'has a condition that names nothing');
    if (gate.check === 'measure-threshold' && gate.limits?.measure === undefined) {
      say('check', 'asks a limit of a measure, and only a policy can say which; ask for it there');
    }
    if (gate.check === 'decision') {
      for (const { field, message } of checkSeats(gate, roles)) say(field, message);
      if (gate.facts?.length === 0)
        say('facts', 'binds no fact; choose what its decision rests on');
    }
    return problems;
  });
}

function checkSeats(
  { places, needed, inOrder = false }: TemplateDraft['gates'][number],
  roles: readonly string[],
): { field: string; message: string }[] {
  const seats = places.length;
  if (seats === 0) {
    return [{ field: 'places', message: 'is decided by nobody; give it at least one seat' }];
  }
  const found = checkPlaces(places, roles);
  if (needed !== undefined && !(Number.isInteger(needed) && needed >= 1 && needed <= seats)) {
    const asked = Number.isFinite(needed) ? `asks for ${needed} decisions` : 'asks for no number';
    const message = `${asked} and has ${seats} ${seats === 1 ? 'seat' : 'seats'}; give a whole number from 1 to ${seats}`;
    found.push({ field: 'needed', message });
  }
  if (inOrder && seats < 2) {
    found.push({ field: 'inOrder', message: 'has one seat, so there is no order; untick it' });
  }
  return found;
}

function checkPlaces(
  places: TemplateDraft['gates'][number]['places'],
  roles: readonly string[],
): { field: string; message: string }[] {
  return places.flatMap(({ key, roleKey }, index) => {
    const field = `places.${index}`;
    const seat = `has seat ${index + 1} for “${clip(roleKey)}”`;
    if (!roles.includes(roleKey)) return [{ field, message: `${seat}, which ${unknownRole}` }];
    if (!roleKeyModel.safeParse(key).success) {
      return [{ field, message: `${seat} under the key “${clip(key)}”, which is none` }];
    }
    if (places.findIndex((each) => each.key === key) !== index) {
      return [{ field, message: `${seat} under a key an earlier seat has already` }];
    }
    return [];
  });
}

function checkItems(items: TemplateDraft['checklist']): TemplateProblem[] {
  if (items.length > mostItems) {
    const message = `has ${items.length} checklist items; at most ${mostItems} are worked through`;
    return [{ path: 'checklist', where: 'The template', message }];
  }
  return items.flatMap(({ text }, index) => {
    const parsed = shortText.safeParse(text);
    if (parsed.success) return [];
    const where = `Checklist item ${index + 1}`;
    return [{ path: `checklist.${index}.text`, where, message: firstOf(parsed.error) }];
  });
}

function firstOf({ issues }: { issues: readonly { message: string }[] }): string {
  return issues[0]?.message ?? 'does not fit';
}

function clip(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40).toWellFormed()}…` : text;
}
