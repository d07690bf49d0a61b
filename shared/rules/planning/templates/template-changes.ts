import type { FactGroup } from '#shared/model/governance/gates.ts';
import type {
  ReleaseTemplate,
  TemplateChange,
  TemplateGate,
} from '#shared/model/planning/templates.ts';
import { phaseNames } from '../life.ts';
import { conditionWords } from './template-conditions.ts';

type Called = (roleKey: string) => string;

/** What differs between two versions of a template, in the words its editor uses. */
export function templateChanges(
  from: ReleaseTemplate,
  to: ReleaseTemplate,
  called: Called,
): TemplateChange[] {
  return [
    ...changed('Name', from.name, to.name),
    ...changed('About', from.about, to.about),
    ...changed('Build', daysBefore(from.leadDays.build), daysBefore(to.leadDays.build)),
    ...changed('Readiness', daysBefore(from.leadDays.readiness), daysBefore(to.leadDays.readiness)),
    ...changed('Review', daysAfter(from.leadDays.postRelease), daysAfter(to.leadDays.postRelease)),
    ...cameAndWent('Role', from.roles.map(called), to.roles.map(called)),
    ...gateChanges(from.gates, to.gates, called),
    ...cameAndWent('Checklist', from.checklist.map(itemWords), to.checklist.map(itemWords)),
  ];
}

/** Gates are the same by their key, whatever they are called. */
function gateChanges(
  from: readonly TemplateGate[],
  to: readonly TemplateGate[],
  called: Called,
): TemplateChange[] {
  const before = new Map(from.map((gate) => [gate.key, gate]));
  const after = new Set(to.map(({ key }) => key));
  const gone = from.filter(({ key }) => !after.has(key));
  return [
    ...gone.map(({ name }) => ({ what: 'Gate', from: name, to: null })),
    ...to.flatMap((gate): TemplateChange[] => {
      const old = before.get(gate.key);
      if (old === undefined) return [{ what: 'Gate', from: null, to: gate.name }];
      const of = `Gate “${gate.name}”`;
      return [
        ...changed(`${of}: name`, old.name, gate.name),
        ...changed(`${of}: phase`, phaseNames[old.phase], phaseNames[gate.phase]),
        ...changed(`${of}: looks at`, plainWords(old.check), plainWords(gate.check)),
        ...changed(`${of}: seats`, seats(old, called), seats(gate, called)),
        ...changed(`${of}: how many decide`, howMany(old), howMany(gate)),
        ...changed(`${of}: limits`, limitWords(old.limits), limitWords(gate.limits)),
        ...changed(`${of}: binds`, binds(old), binds(gate)),
        ...changed(`${of}: asked for of`, when(old), when(gate)),
        ...changed(`${of}: why`, old.why, gate.why),
      ];
    }),
    ...movedWords('Order of the gates', from, to),
  ];
}

/** Only where the gates that are in both stand in another order. */
function movedWords(
  what: string,
  from: readonly TemplateGate[],
  to: readonly TemplateGate[],
): TemplateChange[] {
  const inBoth = (gates: readonly TemplateGate[], others: readonly TemplateGate[]) =>
    gates.filter(({ key }) => others.some((other) => other.key === key));
  const [before, after] = [inBoth(from, to), inBoth(to, from)];
  if (before.every(({ key }, index) => key === after[index]?.key)) return [];
  const names = (gates: readonly TemplateGate[]) => gates.map(({ name }) => name).join(', ');
  return [{ what, from: names(before), to: names(after) }];
}

function cameAndWent(what: string, from: readonly string[], to: readonly string[]) {
  const gone = from.filter((text) => !to.includes(text));
  const come = to.filter((text) => !from.includes(text));
  const kept = from.filter((text) => to.includes(text));
  const keptNow = to.filter((text) => from.includes(text));
  const moved = kept.some((text, index) => text !== keptNow[index]);
  return [
    ...gone.map((text): TemplateChange => ({ what, from: text, to: null })),
    ...come.map((text): TemplateChange => ({ what, from: null, to: text })),
    ...(moved ? [{ what: `Order: ${what.toLowerCase()}`, from: 'as it was', to: 'changed' }] : []),
  ];
}

function changed(what: string, from: string, to: string): TemplateChange[] {
  return from === to ? [] : [{ what, from, to }];
}

function itemWords({ phase, text }: ReleaseTemplate['checklist'][number]): string {
  return `${phaseNames[phase]}: ${text}`;
}

function seats({ places }: TemplateGate, called: Called): string {
  return places.length === 0 ? 'none' : places.map(({ roleKey }) => called(roleKey)).join(', ');
}

function howMany({ check, places, needed, inOrder = false }: TemplateGate): string {
  if (check !== 'decision') return 'nobody';
  const many = needed === undefined ? 'all seats' : `${needed} of ${places.length} seats`;
  return inOrder ? `${many}, one after the other` : many;
}

/** `measure.key changeFailureRate, measure.atMost 15` */
function limitWords(limits: object | undefined, before = ''): string {
  const parts = Object.entries(limits ?? {}).map(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? limitWords(value, `${before}${key}.`)
      : `${before}${key} ${String(value)}`,
  );
  return parts.length === 0 ? 'none' : parts.join(', ');
}

function binds({ check, facts }: TemplateGate): string {
  if (check !== 'decision') return 'nothing';
  return facts === undefined
    ? 'all facts'
    : facts.map((fact: FactGroup) => plainWords(fact)).join(', ');
}

function when({ when: condition }: TemplateGate): string {
  return condition === undefined ? 'every release' : conditionWords(condition, '');
}

function plainWords(key: string): string {
  return key.replaceAll('-', ' ');
}

function daysBefore(days: number): string {
  return `${inDays(days)} before the start`;
}

function daysAfter(days: number): string {
  return `${inDays(days)} after the start`;
}

function inDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}
