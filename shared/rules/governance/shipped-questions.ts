import type { Question, QuestionAxis } from '#shared/model/governance/assessments.ts';
import type { Level } from '#shared/model/governance/risks.ts';

type Answers = readonly (readonly [key: string, level: Level, text: string])[];

/** The questions that come with the program; a workspace may publish its own. */
export const shippedName = 'Shipped questions';

export const shippedQuestions: readonly Question[] = [
  ask('likelihood', 'size', 2, 'How much changes?', [
    ['small', 1, 'A few lines, configuration, one place'],
    ['medium', 3, 'Several parts of one service'],
    ['large', 4, 'A large change, or several services'],
    ['very-large', 5, 'A rewrite, or a new platform'],
  ]),
  ask('likelihood', 'novelty', 1, 'How new is this to the people who do it?', [
    ['routine', 1, 'Done many times in this way'],
    ['known', 2, 'Done before, with small differences'],
    ['new', 4, 'New technology, or a new way of deploying'],
  ]),
  ask('likelihood', 'testing', 2, 'How well is it tested?', [
    ['automated', 1, 'Automated tests over all that changes, green'],
    ['partly', 3, 'Part of it by tests, part by hand'],
    ['hardly', 5, 'Hardly, or on data unlike production’s'],
  ]),
  ask('likelihood', 'dependencies', 1, 'How many teams or systems have to move together?', [
    ['none', 1, 'None but this one'],
    ['few', 3, 'One or two others'],
    ['many', 5, 'Three or more, or somebody outside'],
  ]),
  ask('likelihood', 'recent-failures', 1, 'How did the last releases of these services go?', [
    ['well', 1, 'Well'],
    ['once', 3, 'One of the last five failed'],
    ['often', 5, 'Two or more of the last five failed'],
  ]),
  ask('likelihood', 'pressure', 1, 'How much time is there?', [
    ['enough', 1, 'Enough for every step'],
    ['tight', 3, 'Tight; some steps run beside each other'],
    ['none', 5, 'None; steps were shortened or left out'],
  ]),
  ask('impact', 'users', 2, 'Who notices when it goes wrong?', [
    ['nobody', 1, 'Nobody outside the team'],
    ['some', 3, 'Some customers, or staff at work'],
    ['most', 4, 'Most customers'],
    ['all', 5, 'Everybody, at once'],
  ]),
  ask('impact', 'reversibility', 2, 'Can it be taken back?', [
    ['switch', 1, 'By a switch, in minutes'],
    ['redeploy', 2, 'By deploying the version before'],
    ['effort', 4, 'With much work, or data has to be repaired'],
    ['never', 5, 'No'],
  ]),
  ask('impact', 'outage', 1, 'Does it need an outage?', [
    ['none', 1, 'None'],
    ['short', 3, 'Minutes, announced'],
    ['long', 5, 'Longer, or at a busy time'],
  ]),
  ask('impact', 'visibility', 1, 'How visible is a failure outside?', [
    ['inside', 1, 'It stays inside'],
    ['customers', 3, 'Customers ask about it'],
    ['public', 5, 'It is in the news, or reported to an authority'],
  ]),
  ask('impact', 'regulated-data', 1, 'Does it touch personal, payment or other regulated data?', [
    ['no', 1, 'No'],
    ['reads', 3, 'It reads such data'],
    ['changes', 5, 'It changes such data, or who may see it'],
  ]),
];

function ask(
  axis: QuestionAxis,
  key: string,
  weight: number,
  text: string,
  answers: Answers,
): Question {
  return {
    ...{ axis, key, weight, text },
    answers: answers.map(([name, level, words]) => ({ key: name, level, text: words })),
  };
}
