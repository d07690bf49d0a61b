import type { Context } from '#core/context.ts';
import { assessment } from '#core/database/schema/assessments.ts';
import { risk } from '#core/database/schema/governance.ts';
import { component, deployment, rollbackPlan, scopeItem } from '#core/database/schema/planning.ts';
import { rehearsal } from '#core/database/schema/plan.ts';
import { partsOf, rowOf } from '#core/database/plain-rows.ts';
import { service } from '#core/database/schema/workspace.ts';
import { iso } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { AssessedOn, AssessmentView } from '#shared/model/governance/assessments.ts';
import { answered, weigh } from '#shared/rules/governance/questionnaire.ts';
import { assessRisk, bandOf, newestOf, triggers } from '#shared/rules/governance/risk.ts';
import { sinceAssessed } from '#shared/rules/governance/since-assessed.ts';
import { standingOfPlan } from '#shared/rules/planning/rehearsals.ts';
import { requireOpenRelease, requireRelease } from '../../planning/releases/index.ts';
import { freezesAround } from '../../planning/windows/index.ts';
import { questionsInForce } from './questions.ts';

type Row = Plain<typeof assessment>;

/** Answers the questions; what they come to is kept as it was told, with what it was given on. */
export function assess(input: Parsed<'risks.assess'>, context: Context): AssessmentView {
  const { store } = context;
  const { releaseId, answers: chosen, ...rest } = input;
  requireOpenRelease(store, releaseId);
  const assessedById = context.requireActor();
  const asked = questionsInForce(store);
  const answers = answered(asked.questions, chosen);
  const ground = groundOf(store, releaseId);
  const { likelihood, impact } = weigh(answers, ground.on.rollback);
  const raisedBy = triggers(ground);
  const row = context.transact((write) =>
    write.insert(assessment, {
      ...{ releaseId, answers, ...rest, raisedBy, assessedById, givenOn: ground.on },
      ...{ likelihood: likelihood.level, impact: impact.level, assessedAt: context.now },
      ...{ questionnaireId: asked.id, questionnaireName: asked.name },
      band: bandOf(likelihood.level * impact.level, raisedBy.length > 0),
    }),
  );
  return toView(row, []);
}

/** What answers would come to, with the register beside them; nothing is written. */
export function weighed(
  store: Store,
  releaseId: string,
  chosen: Parsed<'risks.weigh'>['answers'],
): Output<'risks.weigh'> {
  requireRelease(store, releaseId);
  const ground = groundOf(store, releaseId);
  const answers = answered(questionsInForce(store).questions, chosen);
  const { likelihood, impact } = weigh(answers, ground.on.rollback);
  return {
    ...assessRisk({
      ...ground,
      risks: partsOf(store, risk, [releaseId])(releaseId),
      assessed: { likelihood: likelihood.level, impact: impact.level },
    }),
    sums: { likelihood: likelihood.arithmetic, impact: impact.arithmetic },
  };
}

/** The newest first; it alone can be out of date. */
export function listAssessments(store: Store, releaseId: string): AssessmentView[] {
  const rows = partsOf(store, assessment, [releaseId])(releaseId);
  const newest = newestOf(rows);
  if (newest === null) return [];
  // Nobody assesses a closed release again: what it was told to be stands.
  const isOver = requireRelease(store, releaseId).phase === 'closed';
  const outdated = isOver ? [] : sinceAssessed(newest.givenOn, groundOf(store, releaseId).on);
  return [
    toView(newest, outdated),
    ...rows
      .filter(({ id }) => id !== newest.id)
      .toSorted((a, b) => b.assessedAt - a.assessedAt)
      .map((row) => toView(row, [])),
  ];
}

/** What an assessment rests on, as it is now. */
function groundOf(store: Store, releaseId: string) {
  const { type, dataMigration, phase } = requireRelease(store, releaseId);
  const parts = partsOf(store, component, [releaseId])(releaseId);
  const serviceIds = [...new Set(parts.map(({ serviceId }) => serviceId))];
  const services = serviceIds.flatMap((id) => rowOf(store, service, id) ?? []);
  const planned = phase === 'closed' ? [] : partsOf(store, deployment, [releaseId])(releaseId);
  const freezes = freezesAround(store, planned)(planned, serviceIds);
  const [plan] = partsOf(store, rollbackPlan, [releaseId])(releaseId);
  const rehearsals = partsOf(store, rehearsal, [releaseId])(releaseId);
  const isPlanned = plan !== undefined && plan.steps.trim() !== '';
  const on: AssessedOn = {
    ...{ type, dataMigration, freezes: freezes.toSorted() },
    services: services.map(({ id, name }) => ({ id, name })),
    scope: partsOf(store, scopeItem, [releaseId])(releaseId).map(({ id }) => id),
    rollback: standingOfPlan(plan, rehearsals),
  };
  return { on, dataMigration, services, freezes, rollbackPlanPresent: isPlanned };
}

function toView(row: Row, outdated: string[]): AssessmentView {
  const { answers, impact, likelihood } = row;
  const sums = weigh(answers, row.givenOn?.rollback ?? 'none');
  return {
    ...{ id: row.id, releaseId: row.releaseId, answers, likelihood, impact, note: row.note },
    ...{ questionnaireId: row.questionnaireId, questionnaireName: row.questionnaireName },
    ...{ raisedBy: row.raisedBy, band: row.band, givenOn: row.givenOn },
    ...{ residualLikelihood: row.residualLikelihood, residualImpact: row.residualImpact },
    ...{ assessedById: row.assessedById, assessedAt: iso(row.assessedAt) },
    sums: { likelihood: sums.likelihood.arithmetic, impact: sums.impact.arithmetic },
    outdated,
  };
}
