import { phases } from '#shared/model/planning/releases.ts';
import type { ChecklistItem } from '#shared/model/governance/checklists.ts';
import { html, link } from '../html.ts';
import type { Content } from '../html.ts';
import type { DossierFacts } from './facts.ts';
import {
  mark,
  mono,
  name,
  named,
  none,
  paragraph,
  person,
  short,
  shortMoment,
  table,
} from './pieces.ts';
import type { Section } from './pieces.ts';
import { counted, phaseWords, runMarks } from './words.ts';

/** The runs of the release's commits, newest first; a later attempt stands above the one it replaces. */
export function pipelineSection(facts: DossierFacts): Section {
  return {
    id: 'pipelines',
    title: 'Pipelines',
    count: counted(facts.runs.length, 'run'),
    body: table(
      ['Run', short('State'), short('Commit'), short('Started')],
      facts.runs.map((run) => {
        const { status, word } = runMarks[run.status];
        const warned = run.warnings ? ', with warnings' : '';
        const raw = [run.rawStatus, run.rawResult].filter((each) => each !== null).join(', ');
        const number = run.number === null ? '' : ` #${run.number}`;
        const attempt = run.attempt > 1 || run.superseded ? `, attempt ${run.attempt}` : '';
        return [
          html`<bdi>${link(run.url, `${run.workflowName}${number}`)}</bdi
            >${attempt}${run.superseded ? ' (replaced by a later one)' : ''}<small
              >${name(run.title)}</small
            >`,
          html`${mark(status, `${word}${warned}`)}${
            raw === '' ? null : html`<small>provider: ${raw}</small>`
          }`,
          html`${mono(run.commit.slice(0, 12))}<small
              >${run.branch === null ? null : name(run.branch)}</small
            >`,
          run.startedAt === null ? none() : shortMoment(run.startedAt, facts),
        ];
      }),
      'No run of the release’s commits is known.',
    ),
  };
}

export function checklistSection(facts: DossierFacts): Section {
  const { checklist } = facts;
  const settled = checklist.filter(({ state }) => state !== 'open').length;
  return {
    id: 'checklist',
    title: 'Checklist',
    count: `${settled} of ${checklist.length} settled`,
    body: table(
      [short('Phase'), 'Item', short('State'), named('Settled')],
      phases.flatMap((phase) =>
        checklist
          .filter((item) => item.phase === phase)
          .map((item) => [
            phaseWords[phase],
            html`${name(item.text)}${proof(item)}`,
            itemMark(item.state),
            item.setAt === null
              ? none()
              : html`${person(item.setById, facts)}<small
                    >${shortMoment(item.setAt, facts)}</small
                  >`,
          ]),
      ),
      'The checklist is empty.',
    ),
  };
}

function proof({ evidence, reason }: ChecklistItem): Content {
  const text = reason.trim() === '' ? evidence : reason;
  return text.trim() === '' ? null : paragraph(text);
}

function itemMark(state: ChecklistItem['state']) {
  if (state === 'done') return mark('passed', 'Done');
  return state === 'open' ? mark('waiting', 'Open') : mark('not-applicable');
}
