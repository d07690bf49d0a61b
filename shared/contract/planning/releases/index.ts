import { releaseHistory } from './history.ts';
import { releaseLife } from './life.ts';
import { releasePlan } from './plan.ts';

export const releases = { ...releasePlan, ...releaseLife, ...releaseHistory };
