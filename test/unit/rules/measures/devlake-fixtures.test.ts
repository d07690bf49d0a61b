import { describe, expect, it } from 'vitest';
import { pullRequestMinutes } from '#shared/rules/measures/lenses/devlake-lead-time.ts';

const at = (dayAndTime: string) => Date.parse(`2023-04-${dayAndTime.replace(' ', 'T')}Z`);

/**
 * Times and results of Apache DevLake’s own end-to-end test (Apache-2.0, apache/incubator-devlake,
 * backend/plugins/dora/e2e/change_lead_time): first commit, opened, merged, deployed, cycle minutes.
 */
const pullRequests: [string, string, string, string, string | null, number][] = [
  ['pr1', '10 04:51:47', '11 04:51:47', '11 05:51:47', '13 07:29:14', 4478],
  [
    'pr2, with a commit after its opening',
    '13 04:51:47',
    '12 04:51:47',
    '12 05:51:47',
    '13 07:29:14',
    1598,
  ],
  [
    'pr3, deployed before its merge',
    '07 04:51:47',
    '11 06:53:51',
    '14 06:53:51',
    '13 07:30:34',
    10_203,
  ],
  ['pr4, never deployed', '05 04:51:47', '13 07:55:01', '13 08:55:01', null, 11_764],
];

describe('DevLake’s own pull requests', () => {
  it.each(pullRequests)('%s', (_name, first, opened, merged, deployed, minutes) => {
    const change = { firstCommitAt: at(first), openedAt: at(opened), mergedAt: at(merged) };
    expect(pullRequestMinutes(change, deployed === null ? null : at(deployed))).toBe(minutes);
  });
});
