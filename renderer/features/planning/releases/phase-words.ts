import type { Outcome, Phase } from '#shared/model/planning/releases.ts';

export const phaseWords: Record<Phase, string> = {
  planning: 'Planning',
  build: 'Build',
  readiness: 'Readiness',
  deployment: 'Deployment',
  'post-release': 'Post-release',
  closed: 'Closed',
};

export const outcomeWords: Record<Outcome, string> = {
  released: 'Released',
  'rolled-back': 'Rolled back',
  cancelled: 'Cancelled',
};
