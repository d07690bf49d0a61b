import { factGroups } from '#shared/model/governance/gates.ts';
import type { FactDifference, FactGroup } from '#shared/model/governance/gates.ts';
import { excerpts } from './excerpts.ts';

export type BoundValue = string | number | null;

/**
 * One fact of a release. `key` stays the same while the thing does; `bound` holds what a decision is
 * given on; `label` and `shown` are for people only: a typo mended there makes no decision stale.
 */
export type FactRow = {
  key: string;
  label: string;
  bound: Record<string, BoundValue>;
  /** How a bound value reads, where its own text is not how people write it. */
  shown?: Record<string, string>;
};

/** Everything a decision can bind, by group. Stored with each decision as it was then. */
export type Facts = Record<FactGroup, FactRow[]>;

/**
 * The text a fingerprint is taken over: bound values only, groups in a fixed order, rows by key,
 * fields by name. The same facts give the same text in whatever order rows and fields came.
 */
export function boundText(facts: Facts, groups: readonly FactGroup[]): string {
  const bound = factGroups
    .filter((group) => groups.includes(group))
    .map((group) => [
      group,
      facts[group].toSorted(byKey).map(({ key, bound }) => [key, fieldsOf(bound)]),
    ]);
  // The version tells a later way of writing this text apart from changed facts.
  return JSON.stringify(['slipway-facts-1', bound]);
}

function fieldsOf(bound: Record<string, BoundValue>): [string, BoundValue][] {
  return Object.entries(bound).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** By code unit, not by a locale: a fingerprint is checked on machines of other languages. */
function byKey(a: FactRow, b: FactRow): number {
  if (a.key === b.key) return 0;
  return a.key < b.key ? -1 : 1;
}

/**
 * What differs between the facts a decision was given on and the facts now, in the bound groups:
 * empty exactly when the bound texts are the same. Labels are those of the later facts.
 */
export function diffFacts(
  before: Facts,
  after: Facts,
  groups: readonly FactGroup[],
): FactDifference[] {
  return factGroups
    .filter((group) => groups.includes(group))
    .flatMap((group) => diffGroup(group, before[group], after[group]));
}

function diffGroup(group: FactGroup, before: FactRow[], after: FactRow[]): FactDifference[] {
  const earlier = new Map(before.map((row) => [row.key, row]));
  const later = new Map(after.map((row) => [row.key, row]));
  const removed = before.filter((row) => !later.has(row.key)).toSorted(byKey);
  return [
    ...after.toSorted(byKey).flatMap((row): FactDifference[] => {
      const old = earlier.get(row.key);
      if (old) return diffRow(group, old, row);
      return [{ group, what: row.label, from: null, to: rowText(row) }];
    }),
    ...removed.map((row) => ({ group, what: row.label, from: rowText(row), to: null })),
  ];
}

function diffRow(group: FactGroup, before: FactRow, after: FactRow): FactDifference[] {
  const fields = new Set([...Object.keys(before.bound), ...Object.keys(after.bound)]);
  return [...fields]
    .toSorted()
    .filter((field) => (before.bound[field] ?? null) !== (after.bound[field] ?? null))
    .map((field) => {
      const name = fieldNames[field] ?? field;
      const what = name === '' ? after.label : `${after.label} ${name}`;
      return { group, what, ...excerpts(valueText(before, field), valueText(after, field)) };
    });
}

/** `payments-api version`, `rollback plan steps`; the planned start has nothing but its time. */
const fieldNames: Record<string, string> = {
  startAt: '',
  serviceId: 'service',
  durationMinutes: 'duration',
  pointOfNoReturn: 'point of no return',
};

/** The bound values of a whole row in one line, for what was added or taken away. */
function rowText(row: FactRow): string {
  const texts = Object.keys(row.bound)
    .filter((field) => field !== 'serviceId')
    .map((field) => valueText(row, field))
    .filter((text) => text !== null && text !== '');
  return excerpts(texts.join(', '), null).from ?? '';
}

function valueText(row: FactRow, field: string): string | null {
  const value = row.bound[field] ?? null;
  return value === null ? null : (row.shown?.[field] ?? String(value));
}
