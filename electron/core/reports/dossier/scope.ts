import type { ScopeItem } from '#shared/model/planning/scope.ts';
import { formatDate } from '#shared/rules/planning/zoned-time.ts';
import { html } from '../html.ts';
import type { DossierFacts } from './facts.ts';
import { mark, mono, name, named, paragraph, person, short, table } from './pieces.ts';
import type { Section } from './pieces.ts';
import { counted, sentence, workMarks } from './words.ts';

/** What is shipped, and what was meant to be and was dropped, with the reason. */
export function scopeSection(facts: DossierFacts): Section {
  const shipped = facts.scope.filter(({ status }) => status !== 'dropped');
  const dropped = facts.scope.filter(({ status }) => status === 'dropped');
  return {
    id: 'scope',
    title: 'Scope',
    count: counted(shipped.length, 'item'),
    body: html`${table(
      [named('Ticket'), short('Kind'), 'Item', short('Priority'), short('Status'), named('Owner')],
      shipped.map((item) => [
        mono(item.ticket),
        sentence(item.kind),
        html`${name(item.title)}${ideaText(item, facts)}${noteText(item)}`,
        sentence(item.priority),
        item.status === 'dropped' ? null : mark(...workMarks[item.status]),
        person(item.ownerId, facts),
      ]),
      'Nothing is in the scope yet.',
    )}
    ${dropped.length === 0 ? null : droppedTable(dropped)}`,
  };
}

function droppedTable(dropped: readonly ScopeItem[]) {
  return html`<h3>Dropped</h3>
    ${table(
      [named('Ticket'), short('Kind'), 'Item', 'Reason'],
      dropped.map((item) => [
        mono(item.ticket),
        sentence(item.kind),
        name(item.title),
        paragraph(item.dropReason),
      ]),
      '',
    )}`;
}

function ideaText({ ideaAt }: ScopeItem, { at }: DossierFacts) {
  if (ideaAt === null) return null;
  return html` <small>Idea of ${formatDate(ideaAt, at.slice(0, 10))}</small>`;
}

function noteText({ note }: ScopeItem) {
  return note.trim() === '' ? null : paragraph(note);
}
