import type { DependencyView, TaskView } from '#shared/model/planning/plan.ts';
import {
  daysInWords,
  dependencyWords,
  involvementWords,
} from '#shared/rules/planning/plan-words.ts';
import { formatDate } from '#shared/rules/planning/zoned-time.ts';
import { html } from '../html.ts';
import type { Content } from '../html.ts';
import type { DossierFacts } from './facts.ts';
import { mark, name, named, none, paragraph, person, short, table, when } from './pieces.ts';
import type { Section } from './pieces.ts';
import { counted, phaseWords } from './words.ts';

/** Tasks and milestones with the days they take, in their order. */
export function tasksSection(facts: DossierFacts): Section {
  const { tasks, why, today } = facts.plan;
  const titles = new Map(tasks.map((task) => [task.id, task.title]));
  const done = tasks.filter(({ doneOn }) => doneOn !== null).length;
  return {
    id: 'tasks',
    title: 'Tasks and milestones',
    count: `${done} of ${tasks.length} done`,
    body: html`${tasks.length === 0 ? null : html`<p dir="auto">${why}</p>`}
    ${table(
      ['Task', short('From'), short('To'), named('Owner'), named('Waits for'), short('State')],
      tasks.map((task) => [
        html`${name(task.title)}<small>${daysInWords(task)}</small>${
          task.note.trim() === '' ? null : paragraph(task.note)
        }`,
        formatDate(task.beginsOn, today),
        formatDate(task.endsOn, today),
        person(task.ownerId, facts),
        task.predecessorIds.length === 0
          ? none()
          : task.predecessorIds.map((id) => html`${name(titles.get(id) ?? '')}<br />`),
        taskMark(task, today),
      ]),
      'No tasks are planned.',
    )}`,
  };
}

function taskMark({ doneOn, late }: TaskView, today: string) {
  if (doneOn !== null) return mark('passed', `Done ${formatDate(doneOn, today)}`);
  return late ? mark('failed', 'Late') : mark('waiting', 'To do');
}

export function dependencySection(facts: DossierFacts): Section {
  const { needs, neededBy } = facts.dependencies;
  const { today } = facts.plan;
  return {
    id: 'dependencies',
    title: 'Dependencies',
    count: counted(needs.length, 'dependency').replace('dependencys', 'dependencies'),
    body: html`${table(
      ['Needs', named('Kind'), named('Owner'), short('Needed'), short('State')],
      needs.map((need) => [
        html`${name(need.target?.name ?? need.title)}${
          need.why === '' ? null : html`<small dir="auto">${need.why}</small>`
        }${waits(need, today)}${need.note.trim() === '' ? null : paragraph(need.note)}`,
        dependencyWords.kind[need.kind],
        person(need.ownerId, facts),
        need.neededOn === null ? none() : formatDate(need.neededOn, today),
        stateMark(need),
      ]),
      'Nothing outside of this release is needed.',
    )}
    ${
      neededBy.length === 0
        ? null
        : html`<h3>Needed by</h3>
            ${table(
              ['Release', short('Phase'), 'Planned start', short('State')],
              neededBy.map((other) => [
                html`${name(other.name)}${
                  other.why === '' ? null : html`<small dir="auto">${other.why}</small>`
                }${waits({ ...other, expectedOn: null }, today)}`,
                phaseWords[other.phase],
                when(other.startAt, facts.workspace.zone),
                stateMark(other),
              ]),
              '',
            )}`
    }`,
  };
}

/** How long after its end this release can start, and when what is no release is expected. */
function waits(
  { lagDays, expectedOn }: Pick<DependencyView, 'lagDays' | 'expectedOn'>,
  today: string,
): Content {
  const lag = lagDays === 0 ? '' : `Lag: ${counted(lagDays, 'working day')}`;
  const due = expectedOn === null ? '' : `Expected ${formatDate(expectedOn, today)}`;
  const said = [due, lag].filter((each) => each !== '');
  return said.length === 0 ? null : html`<small>${said.join('. ')}.</small>`;
}

function stateMark({ state, late }: Pick<DependencyView, 'state' | 'late'>) {
  const word = dependencyWords.state[state];
  if (state === 'met') return mark('passed', word);
  return late || state === 'at-risk'
    ? mark('failed', late ? `${word}, too late` : word)
    : mark('waiting', word);
}

export function stakeholderSection(facts: DossierFacts): Section {
  const { stakeholders } = facts;
  return {
    id: 'stakeholders',
    title: 'Stakeholders',
    count: counted(stakeholders.length, 'stakeholder'),
    body: table(
      [named('Name'), 'Interest', short('Is'), 'Contact'],
      stakeholders.map(({ name: own, interest, involvement, contact }) => [
        name(own),
        paragraph(interest),
        involvementWords[involvement],
        contact === '' ? none() : name(contact),
      ]),
      'Nobody is written down.',
    ),
  };
}
