import { desc } from 'drizzle-orm';
import type { Context } from '#core/context.ts';
import { questionnaire } from '#core/database/schema/assessments.ts';
import { alive, iso, plain } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { Question, Questionnaire } from '#shared/model/governance/assessments.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { questionsProblem } from '#shared/rules/governance/questionnaire.ts';
import { shippedName, shippedQuestions } from '#shared/rules/governance/shipped-questions.ts';

/** What is asked now: the version published last, else the questions of the program. */
export function questionsInForce(store: Store): {
  id: string | null;
  name: string;
  questions: readonly Question[];
} {
  const [newest] = versions(store);
  if (newest === undefined) return { id: null, name: shippedName, questions: shippedQuestions };
  return { id: newest.id, name: calledOf(newest), questions: newest.questions };
}

export function questionnaireNow(store: Store): Output<'risks.questionnaire'> {
  const { id, name, questions } = questionsInForce(store);
  return {
    ...{ inForceId: id, name, questions: [...questions], shipped: [...shippedQuestions] },
    versions: versions(store).map(toQuestionnaire),
  };
}

export function publishQuestions(
  input: Parsed<'risks.publishQuestionnaire'>,
  context: Context,
): Questionnaire {
  const problem = questionsProblem(input.questions);
  if (problem !== null) throw new Refusal('invalid_input', problem, { questions: problem });
  const publishedById = context.requireActor();
  const { after, ...values } = input;
  const [newest] = versions(context.store);
  if (after !== undefined && after !== (newest?.number ?? null)) {
    throw new Refusal(
      'conflict',
      `Version ${newest?.number ?? 0} was published since you began. Look at what it asks, then publish yours over it.`,
    );
  }
  const number = (newest?.number ?? 0) + 1;
  return toQuestionnaire(
    context.transact((write) =>
      write.insert(questionnaire, { ...values, number, publishedById, publishedAt: context.now }),
    ),
  );
}

/** `Our questions, version 2` */
function calledOf({ name, number }: Pick<Plain<typeof questionnaire>, 'name' | 'number'>): string {
  return `${name}, version ${number}`;
}

function versions({ orm }: Store): Plain<typeof questionnaire>[] {
  return orm
    .select(plain(questionnaire))
    .from(questionnaire)
    .where(alive(questionnaire))
    .orderBy(desc(questionnaire.number))
    .all();
}

function toQuestionnaire(row: Plain<typeof questionnaire>): Questionnaire {
  const { id, number, name, questions, note, publishedAt, publishedById } = row;
  return { id, number, name, questions, note, publishedAt: iso(publishedAt), publishedById };
}
