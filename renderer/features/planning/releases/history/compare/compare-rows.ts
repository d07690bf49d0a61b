import type { ComparedThing } from '#shared/model/planning/history.ts';
import { fieldInWords, isSpoken } from '../../history-words.ts';
import { sentenceOf } from '../history-things.ts';
import { valueInWords } from '../history-values.ts';
import type { ValueWords } from '../history-values.ts';

/** One line of two moments side by side; null where there was nothing. */
export type ComparedRow = {
  key: string;
  what: string;
  /** The field, where the line is about one of a named thing. */
  field: string | null;
  from: string | null;
  to: string | null;
  state: ComparedThing['state'];
};

export type ComparedSection = { title: string; rows: ComparedRow[] };

const titles: Readonly<Record<string, string>> = {
  release: 'Release',
  component: 'Components',
  deployment: 'Planned deployments',
  release_phase: 'Phases',
  release_role: 'Roles',
  scope_item: 'Scope',
  task: 'Plan',
  dependency: 'Dependencies',
  stakeholder: 'Stakeholders',
  risk: 'Risks',
  rollback_plan: 'Rollback plan',
  rehearsal: 'Rehearsals',
  checklist_item: 'Checklist',
  incident: 'Incidents',
};

/** There is one of each: its fields need no name before them, and are told one by one. */
const single: readonly string[] = ['release', 'rollback_plan'];

/** What names a thing is said before its fields. */
const naming: Readonly<Record<string, string>> = {
  rehearsal: 'rehearsedOn',
  component: 'serviceId',
  deployment: 'environmentId',
  release_phase: 'phase',
  release_role: 'roleKey',
};

/** Two moments as lines under headings, all of them or those that differ. */
export function comparedSections(
  things: readonly ComparedThing[],
  words: ValueWords,
  onlyDifferences: boolean,
): ComparedSection[] {
  return [...Map.groupBy(things, ({ entity }) => entity)]
    .map(([entity, group]) => ({
      title: titles[entity] ?? entity,
      rows: group
        .flatMap((thing) => rowsOf(thing, words))
        .filter(({ state }) => !onlyDifferences || state !== 'same'),
    }))
    .filter(({ rows }) => rows.length > 0);
}

export function countDifferences(sections: readonly ComparedSection[]): number {
  return sections.reduce(
    (sum, { rows }) => sum + rows.filter(({ state }) => state !== 'same').length,
    0,
  );
}

function rowsOf(thing: ComparedThing, words: ValueWords): ComparedRow[] {
  const { entity, id, state } = thing;
  const isWhole = state === 'added' || state === 'removed';
  if (isWhole || (state === 'same' && !single.includes(entity))) return [wholeRow(thing, words)];
  const name = single.includes(entity) ? null : nameOf(thing, words);
  return thing.fields
    .filter(({ field }) => isSpoken(field))
    .map(({ field, from, to, differs }) => ({
      key: `${id} ${field}`,
      what: name ?? sentenceCase(fieldInWords(field)),
      // A role is held by somebody: there is nothing else to it.
      field: name === null || entity === 'release_role' ? null : fieldInWords(field),
      from: valueInWords(field, from, words),
      to: valueInWords(field, to, words),
      state: differs ? 'changed' : 'same',
    }));
}

function wholeRow(thing: ComparedThing, words: ValueWords): ComparedRow {
  const { entity, id, state } = thing;
  const before = sentenceOf(entity, words, (field) => valueIn(thing, field, 'from'));
  const after = sentenceOf(entity, words, (field) => valueIn(thing, field, 'to'));
  return {
    key: id,
    what: nameOf(thing, words),
    field: null,
    from: state === 'added' ? null : before,
    to: state === 'removed' ? null : after,
    state,
  };
}

/** What a thing is called: as it is at the later moment, or was at the earlier one. */
function nameOf(thing: ComparedThing, words: ValueWords): string {
  const side = thing.state === 'removed' ? 'from' : 'to';
  const field = naming[thing.entity];
  if (field === undefined) {
    return sentenceOf(thing.entity, words, (each) => valueIn(thing, each, side));
  }
  const name = valueInWords(field, valueIn(thing, field, side), words) ?? '';
  return thing.entity === 'release_phase' ? sentenceCase(name) : name;
}

function valueIn({ fields }: ComparedThing, field: string, side: 'from' | 'to') {
  return fields.find((one) => one.field === field)?.[side] ?? null;
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
