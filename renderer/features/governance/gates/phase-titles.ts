import type { Phase } from '#shared/model/planning/releases.ts';

export const phaseTitles: Record<Phase, string> = {
  planning: 'Planning',
  build: 'Build',
  readiness: 'Readiness',
  deployment: 'Deployment',
  'post-release': 'Post-release',
  closed: 'Closed',
};
