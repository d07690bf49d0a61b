import type { WindowKind } from '#shared/model/planning/windows.ts';

type KindWords = { label: string; means: string };

/** What each kind is called, and what it does to releases: the form says both. */
export const kindWords: Record<WindowKind, KindWords> = {
  'hard-freeze': {
    label: 'Hard freeze',
    means: 'Nothing is deployed. Only its authority may grant an emergency exception.',
  },
  'soft-freeze': {
    label: 'Soft freeze',
    means: 'A deployment needs an exception, which a second person grants.',
  },
  deployment: {
    label: 'Deployment window',
    means: 'When deployments may happen. Outside of it one needs an exception.',
  },
  maintenance: {
    label: 'Maintenance',
    means: 'The environment is worked on; a deployment at that time is warned of.',
  },
  qa: { label: 'QA', means: 'The environment is tested in; others see that it is in use.' },
  peak: { label: 'Peak period', means: 'Many customers are there; a deployment is warned of.' },
  holiday: { label: 'Public holiday', means: 'People are off; a deployment is warned of.' },
};

export const kindChoices = [
  'hard-freeze',
  'soft-freeze',
  'deployment',
  'maintenance',
  'qa',
  'peak',
  'holiday',
] as const;

export const weekdayChoices = [
  { value: '1', label: 'Monday', short: 'Mon' },
  { value: '2', label: 'Tuesday', short: 'Tue' },
  { value: '3', label: 'Wednesday', short: 'Wed' },
  { value: '4', label: 'Thursday', short: 'Thu' },
  { value: '5', label: 'Friday', short: 'Fri' },
  { value: '6', label: 'Saturday', short: 'Sat' },
  { value: '7', label: 'Sunday', short: 'Sun' },
] as const;

export const nthChoices = [
  { value: '1', label: 'first' },
  { value: '2', label: 'second' },
  { value: '3', label: 'third' },
  { value: '4', label: 'fourth' },
  { value: '5', label: 'fifth' },
  { value: '-1', label: 'last' },
] as const;

export const repeatChoices = [
  { value: 'once', label: 'Once' },
  { value: 'day', label: 'Every day' },
  { value: 'week', label: 'Every week, on days' },
  { value: 'month-date', label: 'Every month, on a date' },
  { value: 'month-weekday', label: 'Every month, on a weekday' },
  { value: 'year', label: 'Every year' },
  { value: 'custom', label: 'By a rule (RRULE)' },
] as const;

export const unitOf = {
  day: 'days',
  week: 'weeks',
  'month-date': 'months',
  'month-weekday': 'months',
  year: 'years',
} as const;

export function releasesInWords(count: number): string {
  return count === 1 ? '1 release' : `${count} releases`;
}
