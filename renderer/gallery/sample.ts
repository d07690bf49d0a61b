/** The moment and place all samples are told from: invented, and the same at every visit. */
export const now = '2026-11-24T15:02:00.000Z';
export const zone = 'Europe/London';
export const told = { now, zone };

export const longName =
  'Settlement reconciliation and cross-border card alias migration, second attempt in Q4';

export const people = [
  'Mara Okafor',
  'Jon Bell',
  'Iris Lindqvist',
  'Tomás Rey',
  'Ana Duarte',
  'Kemal Sahin',
  'يوسف الحداد',
];
