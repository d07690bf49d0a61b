import type { ReleaseType } from '#shared/model/planning/releases.ts';
import type { ReleaseTemplate } from '#shared/model/planning/templates.ts';
import { plusDays } from '#shared/rules/planning/zoned-time.ts';
import { at, beforeWeekend, notOnWeekend, workday } from './days.ts';

const minute = 60_000;

/** When the steps of a past release were taken, milliseconds since 1970. */
export type PastTimes = {
  created: number;
  rollback: number;
  build: number;
  /** The commit that is released is pushed; its pipelines have ended before `component`. */
  commit: number;
  component: number;
  decideFrom: number;
  decideTo: number;
  start: number;
  closed: number;
};

type When = {
  type: ReleaseType;
  /** Calendar day it was meant for; moved off a weekend unless it could not wait. */
  date: string;
  time: string;
  zone: string;
  template: ReleaseTemplate;
};

/** Working days between the creation and the beginning of the build. */
const planningDays: Record<ReleaseType, number> = {
  major: 10,
  minor: 5,
  patch: 2,
  hotfix: 0,
  emergency: 0,
};

export function pastTimes(when: When): PastTimes {
  if (when.type === 'hotfix') return urgentTimes(when, 300);
  return when.type === 'emergency' ? urgentTimes(when, 100) : plannedTimes(when);
}

/** The date the release starts on. */
export function pastDate({ type, date }: Pick<When, 'type' | 'date'>): string {
  return type === 'hotfix' || type === 'emergency' ? date : notOnWeekend(date);
}

function plannedTimes({ type, date, time, zone, template }: When): PastTimes {
  const { build, readiness, postRelease } = template.leadDays;
  const startDate = notOnWeekend(date);
  const readyDate = beforeWeekend(plusDays(startDate, -readiness));
  const buildDate = beforeWeekend(plusDays(startDate, -build));
  const start = at(startDate, time, zone);
  return {
    created: at(workday(buildDate, -planningDays[type]), '10:00', zone),
    rollback: at(buildDate, '11:00', zone),
    build: at(buildDate, '09:00', zone),
    commit: at(workday(readyDate, -1), '14:35', zone),
    component: at(readyDate, '09:10', zone),
    decideFrom: at(readyDate, '10:30', zone),
    decideTo: start - 45 * minute,
    start,
    closed: at(notOnWeekend(plusDays(startDate, postRelease)), '15:30', zone),
  };
}

/** What could not wait went through in minutes; only the review was taken time for. */
function urgentTimes({ date, time, zone, template }: When, minutes: number): PastTimes {
  const start = at(date, time, zone);
  const created = start - minutes * minute;
  const part = (share: number) => created + Math.round(minutes * share) * minute;
  return {
    created,
    rollback: part(0.06),
    build: part(0.08),
    commit: part(0.1),
    component: part(0.35),
    decideFrom: part(0.42),
    decideTo: part(0.92),
    start,
    closed: at(
      notOnWeekend(plusDays(date, Math.max(1, template.leadDays.postRelease))),
      '11:00',
      zone,
    ),
  };
}
