import type { Dependency, Stakeholder, Task } from '#shared/model/planning/plan.ts';

export const dependencyWords: {
  kind: Record<Dependency['kind'], string>;
  state: Record<Dependency['state'], string>;
} = {
  kind: {
    release: 'Release',
    'external-service': 'External service',
    'data-migration': 'Data migration',
    'integration-point': 'Integration point',
  },
  state: { open: 'Open', agreed: 'Agreed', 'at-risk': 'At risk', met: 'Met' },
};

export const involvementWords: Record<Stakeholder['involvement'], string> = {
  consulted: 'Consulted',
  informed: 'Informed',
};

/** `3 working days`, `milestone` */
export function daysInWords({ kind, durationDays }: Pick<Task, 'kind' | 'durationDays'>): string {
  if (kind === 'milestone') return 'milestone';
  return durationDays === 1 ? '1 working day' : `${durationDays} working days`;
}
