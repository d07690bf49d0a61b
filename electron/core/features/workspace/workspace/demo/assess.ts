import type { Scene } from './perform.ts';

/** The questions are answered when the plan stands; a small change has small answers. */
const small = { size: 'small', testing: 'automated', users: 'nobody', reversibility: 'redeploy' };
const large = {
  ...{ size: 'medium', novelty: 'known', testing: 'partly', dependencies: 'few' },
  ...{ users: 'some', reversibility: 'redeploy', 'regulated-data': 'reads' },
};

/**
 * Whoever enters the build answers the questions about risk. What raises the band anyway has more to
 * say; for the others the answers stay low, so that the policy asks for no other gates than before.
 */
export async function assessRisk({ stage, releaseId, as }: Scene): Promise<void> {
  const { risk } = await stage.call('releases.get', { id: releaseId }, as);
  const isLarge = risk.raisedBy.some((each) => /^(?:data migration|financial)/.test(each));
  const chosen: Readonly<Record<string, string>> = isLarge ? large : small;
  const answers = Object.entries(chosen).map(([questionKey, answerKey]) => ({
    questionKey,
    answerKey,
  }));
  await stage.call(
    'risks.assess',
    {
      ...{ releaseId, answers },
      residualLikelihood: isLarge ? 1 : null,
      residualImpact: isLarge ? 3 : null,
    },
    as,
  );
}
