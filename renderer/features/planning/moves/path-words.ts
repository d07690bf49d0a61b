import type { PathStep } from '#shared/model/planning/critical-path.ts';

/** `3 days slack`, `no slack`, `2 days too late`; working days. */
export function slackOfStep({ slackDays }: PathStep): string {
  if (slackDays === 0) return 'no slack';
  const days = Math.abs(slackDays) === 1 ? '1 day' : `${Math.abs(slackDays)} days`;
  return slackDays > 0 ? `${days} slack` : `${days} too late`;
}
