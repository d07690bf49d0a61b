import type { Handlers } from '#core/context.ts';
import { risk } from '#core/database/schema/governance.ts';
import { ofReleases } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Risk } from '#shared/model/governance/risks.ts';
import { checkResidual, levelsAfter } from '#shared/rules/governance/risk-terms.ts';
import { requireOpenRelease, requireRelease } from '../../planning/releases/index.ts';
import { judgeReleases } from '../gates/index.ts';
import { assess, listAssessments, weighed } from './assess.ts';
import { publishQuestions, questionnaireNow } from './questions.ts';
import { readRegister } from './register.ts';

type Names =
  | 'risks.list'
  | 'risks.register'
  | 'risks.add'
  | 'risks.update'
  | 'risks.remove'
  | 'risks.questionnaire'
  | 'risks.publishQuestionnaire'
  | 'risks.assess'
  | 'risks.weigh';

export const risks: Handlers<Names> = {
  'risks.list': ({ releaseId }, { store, now }) => {
    requireRelease(store, releaseId);
    const seen = judgeReleases(store, [releaseId], now).get(releaseId);
    if (seen === undefined) throw new Error(`Release ${releaseId} has no assessment`);
    return {
      risks: listRisks(store, releaseId),
      assessment: seen.risk,
      assessments: listAssessments(store, releaseId),
    };
  },
  'risks.questionnaire': (_input, { store }) => questionnaireNow(store),
  'risks.publishQuestionnaire': (input, context) => publishQuestions(input, context),
  'risks.assess': (input, context) => assess(input, context),
  'risks.weigh': ({ releaseId, answers }, { store }) => weighed(store, releaseId, answers),

  'risks.register': ({ which }, context) => readRegister(context, which),

  'risks.add': (input, context) => {
    requireOpenRelease(context.store, input.releaseId);
    checkResidual(input);
    return toRisk(context.transact((write) => write.insert(risk, { ...input, state: 'open' })));
  },

  'risks.update': ({ id, rev, ...patch }, context) =>
    toRisk(
      context.transact((write) => {
        const before = write.find(risk, id);
        requireOpenRelease(context.store, before.releaseId);
        checkResidual(levelsAfter(before, patch));
        return write.update(risk, id, patch, rev);
      }),
    ),

  'risks.remove': ({ id }, context) => {
    context.transact((write) => {
      requireOpenRelease(context.store, write.find(risk, id).releaseId);
      write.remove(risk, id);
    });
    return { id };
  },
};

/** The highest score first; equal scores in the order they were entered. */
export function listRisks(store: Store, releaseId: string): Risk[] {
  return store.orm
    .select()
    .from(risk)
    .where(ofReleases(risk, [releaseId]))
    .all()
    .map(toRisk)
    .sort((a, b) => b.likelihood * b.impact - a.likelihood * a.impact || (a.id < b.id ? -1 : 1));
}

function toRisk(row: Risk): Risk {
  const { id, rev, releaseId, title, likelihood, impact, mitigation, ownerId, state } = row;
  const { category, residualLikelihood, residualImpact, dueOn } = row;
  return {
    ...{ id, rev, releaseId, title, likelihood, impact, mitigation, ownerId, state },
    ...{ category, residualLikelihood, residualImpact, dueOn },
  };
}
