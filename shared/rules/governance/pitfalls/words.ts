import type { PitfallKey } from '#shared/model/governance/pitfalls.ts';

type PitfallWords = {
  title: string;
  /** What is counted, exactly. */
  definition: string;
  why: string;
  todo: string;
  /** What the number of the check stands for, and what it is counted in. */
  limit: string;
  unit: string;
};

/** What each check looks for, why that matters, and what to do about it. */
export const pitfallWords: Record<PitfallKey, PitfallWords> = {
  'gates-never-refused': {
    title: 'Gates that never refuse',
    definition:
      'A decided gate none of whose decisions was a no-go in the last N releases it was decided in. A no-go that was withdrawn or overruled later counts as one.',
    why: 'A gate that always says go costs everybody time and stops nothing.',
    todo: 'Take it out of the policy, ask it only of high-risk releases, or let a check decide it.',
    limit: 'Releases looked back on',
    unit: 'releases',
  },
  'releases-without-update': {
    title: 'Releases without an update',
    definition:
      'An open release of which nothing was recorded for X days or longer. A new policy, which asks for gates by itself, is no update.',
    why: 'Whoever depends on a release learns too late that it stands still.',
    todo: 'Ask the owner where it stands; put it on hold or cancel it if nobody works on it.',
    limit: 'Days without an update',
    unit: 'days',
  },
  'rollback-not-rehearsed': {
    title: 'Rollback not rehearsed',
    definition:
      'A release whose planned start is within X days ahead or back, without a rehearsal of its rollback by that day, or whose newest one failed. Cancelled releases are left out.',
    why: 'A way back that nobody has walked is found to be closed when it is needed.',
    todo: 'Rehearse it on staging, and record the rehearsal with how long it took.',
    limit: 'Days before and after the start',
    unit: 'days',
  },
  'unclear-accountable': {
    title: 'Gates without exactly one accountable',
    definition:
      'A gate of an open release that starts within X days, or has no date, for which the RACI matrix names nobody or more than one as accountable. Where nobody gave it letters, the role its policy names counts.',
    why: 'With nobody or two to answer for a gate, each waits for the other.',
    todo: 'Give the gate exactly one A in the RACI matrix, or name its accountable role in the policy.',
    limit: 'Days ahead',
    unit: 'days',
  },
  'scope-after-freeze': {
    title: 'Scope changed after the freeze',
    definition:
      'A release whose scope was changed N times or more after its scope freeze of the last 90 days: items added, removed, dropped, moved or reworded. What was undone does not count.',
    why: 'What comes late was not in what people tested, assessed and approved.',
    todo: 'Move it into the next release, or set the freeze to a day that can be kept.',
    limit: 'Changes it takes',
    unit: 'changes',
  },
  'waiting-longer-than-working': {
    title: 'Waiting longer than working',
    definition:
      'A decided gate whose median wait, from the first request to the last decision (until now while none was given), is longer than the median work before it, from entering its phase to the request; over its 50 newest requests, N of them at least.',
    why: 'The queue in front of the gate delays the work more than the work takes.',
    todo: 'Ask earlier, name deputies, need fewer seats, or decide between meetings.',
    limit: 'Requests needed to conclude',
    unit: 'requests',
  },
};
