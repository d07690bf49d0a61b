import type {
  AssessedOn,
  AssessmentAnswer,
  Question,
} from '#shared/model/governance/assessments.ts';
import type { RiskBand } from '#shared/model/governance/risks.ts';
import { at, entityColumns, index, integer, releaseId, sqliteTable, text } from './columns.ts';
import { release } from './planning.ts';
import { person } from './workspace.ts';

/** The questions as they were published: added, never changed. The newest version is asked. */
export const questionnaire = sqliteTable('questionnaire', {
  ...entityColumns,
  number: integer('number').notNull(),
  name: text('name').notNull(),
  questions: text('questions', { mode: 'json' }).$type<Question[]>().notNull(),
  note: text('note').notNull(),
  publishedAt: at('published_at').notNull(),
  publishedById: text('published_by_id')
    .notNull()
    .references(() => person.id),
});

/** One judgement of a release's risk: added, never changed. */
export const assessment = sqliteTable(
  'assessment',
  {
    ...entityColumns,
    releaseId: releaseId().references(() => release.id),
    /** Null where the questionnaire that comes with the program was asked. */
    questionnaireId: text('questionnaire_id').references(() => questionnaire.id),
    questionnaireName: text('questionnaire_name').notNull(),
    answers: text('answers', { mode: 'json' }).$type<AssessmentAnswer[]>().notNull(),
    likelihood: integer('likelihood').notNull(),
    impact: integer('impact').notNull(),
    /** In words, as it was seen then. */
    raisedBy: text('raised_by', { mode: 'json' }).$type<string[]>().notNull(),
    band: text('band').$type<RiskBand>().notNull(),
    residualLikelihood: integer('residual_likelihood'),
    residualImpact: integer('residual_impact'),
    note: text('note').notNull(),
    assessedById: text('assessed_by_id')
      .notNull()
      .references(() => person.id),
    assessedAt: at('assessed_at').notNull(),
    /** Null for one of before it was kept. */
    givenOn: text('given_on', { mode: 'json' }).$type<AssessedOn>(),
  },
  (table) => [index('assessment_release_idx').on(table.releaseId)],
);
