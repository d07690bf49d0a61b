import type { ReleaseLesson } from '#shared/model/learning/lessons.ts';
import type { AnswerEntry } from '#shared/model/learning/lessons.ts';
import type { GateStatus } from '#shared/model/governance/gates.ts';
import { outcomeInWords } from '#shared/rules/learning/answers.ts';
import { kindInWords } from '#shared/rules/learning/lesson-terms.ts';
import { html } from '../html.ts';
import type { Content } from '../html.ts';
import type { DossierFacts } from './facts.ts';
import { mark, name, named, paragraph, person, short, shortMoment, table } from './pieces.ts';
import type { Section } from './pieces.ts';
import { counted, sentence } from './words.ts';

/** What earlier releases learned about this one's services and risks, and what was answered to each. */
export function lessonSection(facts: DossierFacts): Section {
  return {
    id: 'lessons',
    title: 'Lessons',
    count: counted(facts.lessons.length, 'lesson'),
    body: table(
      [named('Lesson'), 'Why it is asked', short('Answer'), 'What was done, or why not'],
      facts.lessons.map((asked) => [
        html`${name(asked.lesson.title)}<small>${kindInWords[asked.lesson.kind]}</small>`,
        asked.why.length === 0
          ? html`<span class="none">No longer touches the release.</span>`
          : name(asked.why.join(' ')),
        answerMark(asked),
        answers(asked, facts),
      ]),
      'No lesson touches this release.',
    ),
  };
}

const marks: Record<AnswerEntry['outcome'], GateStatus> = {
  heeded: 'passed',
  'not-applicable': 'not-applicable',
  ignored: 'failed',
  withdrawn: 'out-of-date',
};

function answerMark({ answer, why }: ReleaseLesson): Content {
  if (answer !== null) return mark(marks[answer.outcome], sentence(outcomeInWords[answer.outcome]));
  return why.length === 0 ? mark('not-applicable', 'Not asked') : mark('waiting', 'Not answered');
}

/** The answer that stands in full, and those before it as lines under it. */
function answers({ answer, history }: ReleaseLesson, facts: DossierFacts): Content {
  const earlier = answer === null ? history : history.slice(1);
  return html`${
    answer === null
      ? null
      : html`${paragraph(answer.note)}<small
            >${person(answer.byId, facts)}, ${shortMoment(answer.at, facts)}</small
          >`
  }${earlier.map(
    ({ outcome, note, byId, at }) =>
      html`<small
        >Earlier, ${person(byId, facts)}, ${shortMoment(at, facts)}: ${outcomeInWords[outcome]},
        ${name(note)}</small
      >`,
  )}`;
}
