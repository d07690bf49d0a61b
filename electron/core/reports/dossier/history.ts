import type { HistoryEntry } from '#shared/model/planning/history.ts';
import { html } from '../html.ts';
import type { Content } from '../html.ts';
import { entityWord, fieldWord, isNothing, isPlace, isRepeated, valueText } from './changes.ts';
import type { DossierFacts } from './facts.ts';
import { mono, name, named, person, short, shortMoment, table } from './pieces.ts';
import type { Section } from './pieces.ts';
import { counted, sentence } from './words.ts';

/** Who changed what and when, oldest first, so that it reads as it happened. */
export function historySection(facts: DossierFacts): Section {
  const oldestFirst = facts.history.toReversed();
  return {
    id: 'history',
    title: 'History',
    count: counted(oldestFirst.length, 'change'),
    body: html`<p class="quiet">
        Every change is an entry of the workspace’s journal, chained to the one before it by
        SHA-256.
        ${facts.head === null ? null : html`The newest entry is <code>${facts.head.hash}</code>.`}
      </p>
      ${table(
        [short('When'), named('Who'), 'What', short('Entry')],
        commandsOf(oldestFirst).map((entries) => [
          shortMoment(entries[0]?.at ?? facts.at, facts),
          person(entries[0]?.byId ?? null, facts),
          commandText(entries, facts),
          mono(entries.at(-1)?.hash.slice(0, 12) ?? null),
        ]),
        'Nothing has been changed yet.',
      )}`,
  };
}

/** Entries written together: the journal gives those of one command one time, person and command. */
function commandsOf(entries: readonly HistoryEntry[]): HistoryEntry[][] {
  const groups: HistoryEntry[][] = [];
  for (const entry of entries) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    const together =
      before?.at === entry.at && before.byId === entry.byId && before.command === entry.command;
    if (together && group) group.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

function commandText(entries: readonly HistoryEntry[], facts: DossierFacts): Content {
  const added = entries.filter(({ op }) => op === 'insert');
  const others = entries.filter(({ op }) => op !== 'insert');
  return [
    added.length === 0 ? null : html`<div>${addedText(added)}</div>`,
    others.map((entry) => {
      if (entry.op === 'update') return changedText(entry, facts);
      const what = entry.op === 'delete' ? 'removed' : 'brought back';
      return html`<div>${sentence(entityWord(entry.entity))} ${what}: ${name(entry.label)}</div>`;
    }),
  ];
}

/** `Added: release Payments 4.2, 6 phases, 11 gates`; what came in numbers is counted. */
function addedText(entries: readonly HistoryEntry[]): Content {
  const kinds = [...Map.groupBy(entries, ({ entity }) => entity)];
  return [
    'Added: ',
    kinds.map(([entity, group], index) => [
      index > 0 && ', ',
      group.length > 1
        ? counted(group.length, entityWord(entity))
        : html`${entityWord(entity)} ${name(group[0]?.label ?? '')}`,
    ]),
  ];
}

function changedText({ entity, label, changes }: HistoryEntry, facts: DossierFacts): Content {
  const shown = changes.filter(({ field }) => !isRepeated(field) && !isPlace(field));
  const thing = html`${sentence(entityWord(entity))}${label === '' ? null : html` ${name(label)}`}`;
  if (shown.length === 0) return html`<div>${thing} put elsewhere in the order</div>`;
  return html`<div>
    ${thing}
    <ul class="changes inline">
      ${shown.map((change) => html`<li>${fieldWord(change.field)}: ${fromTo(change, facts)}</li> `)}
    </ul>
  </div>`;
}

function fromTo(
  { field, from, to }: HistoryEntry['changes'][number],
  facts: DossierFacts,
): Content {
  const before = html`<del dir="auto">${valueText(field, from, facts)}</del>`;
  const after = html`<ins dir="auto">${valueText(field, to, facts)}</ins>`;
  if (isNothing(from)) return after;
  return isNothing(to) ? [before, ' taken away'] : [before, ' → ', after];
}
