import { plusDays } from '#shared/rules/planning/zoned-time.ts';
import type { Input } from '#shared/contract/index.ts';
import { at, workday } from './days.ts';
import { idOf } from './found-workspace.ts';
import type { Performance } from './perform.ts';
import type { Story } from './story.ts';

type Taught = Pick<
  Input<'lessons.add'>,
  'kind' | 'title' | 'situation' | 'cause' | 'whatHelped' | 'tags'
> & {
  /** Working days before the day the demo is made for. */
  daysBefore: number;
  by: string;
  services: readonly string[];
  /** Calendar days until it is looked at again; negative where that day has come. */
  reviewInDays?: number;
  /** Learned from the newest release of its first service; otherwise it says where. */
  source?: string;
  updates: readonly {
    kind: 'runbook' | 'support-script' | 'documentation' | 'checklist';
    what: string;
    owner: string;
    dueInDays: number;
    done?: boolean;
  }[];
};

/** What a payments company has learned the hard way, and twice the easy one. */
const taught: readonly Taught[] = [
  {
    ...{ kind: 'mistake', daysBefore: 46, by: 'jon', services: ['payments'] },
    title: 'Time the copy of a table on data of full size before the night',
    situation:
      'The copy of the merchants ran four hours instead of one, and the start was put off.',
    cause: 'It was tried on a tenth of the rows, and the index did not fit into memory any more.',
    whatHelped: 'A second try on a restored backup showed it in an afternoon.',
    tags: ['copy', 'data migration'],
    reviewInDays: 90,
    updates: [
      {
        ...{ kind: 'runbook', what: 'How to time a copy on a restored backup', owner: 'tomas' },
        ...{ dueInDays: -20, done: true },
      },
      {
        ...{ kind: 'checklist', what: 'A point for the timed copy before readiness ends' },
        ...{ owner: 'ana', dueInDays: 12 },
      },
    ],
  },
  {
    ...{ kind: 'success', daysBefore: 38, by: 'priya', services: ['payments', 'checkout'] },
    title: 'Turn a new path on merchant by merchant',
    situation: 'The new refunds were on for five merchants for two days before anybody else.',
    cause: 'The switch was per merchant from the first day on, not added at the end.',
    whatHelped: 'A wrong rounding showed with eleven refunds instead of eleven thousand.',
    tags: ['rollout'],
    reviewInDays: 120,
    updates: [],
  },
  {
    ...{ kind: 'mistake', daysBefore: 33, by: 'yael', services: ['checkout'] },
    title: 'Tell support what changes two days before, not on the day',
    situation: 'Forty calls asked about the new button, and nobody on the phones had seen it.',
    cause: 'The message went out with the deployment.',
    whatHelped: 'Pictures of the new page in the script, sent round in the afternoon.',
    tags: ['customer messages'],
    reviewInDays: 60,
    updates: [
      {
        ...{ kind: 'support-script', what: 'What the loyalty points look like in the checkout' },
        ...{ owner: 'yael', dueInDays: -2 },
      },
    ],
  },
  {
    ...{ kind: 'mistake', daysBefore: 21, by: 'jon', services: ['payments'] },
    title: 'Read a field an acquirer does not announce as unknown, never as an error',
    situation: 'Captures failed for an hour since a status came under another name.',
    cause: 'Every unknown status was taken for a refusal.',
    whatHelped: 'Unknown ones wait for a person now, and an alert says so.',
    tags: ['acquirer'],
    source: 'The acquirer changed its interface on a Sunday',
    updates: [
      {
        ...{ kind: 'documentation', what: 'Which statuses each acquirer sends', owner: 'jon' },
        dueInDays: 20,
      },
    ],
  },
  {
    ...{ kind: 'success', daysBefore: 24, by: 'tomas', services: ['ledger'] },
    title: 'Let the close of the day finish before the switch, and watch it end',
    situation:
      'The ledger was switched at 23:40, after the close was through, and nothing was posted twice.',
    cause: 'Finance said when it ends, instead of everybody guessing.',
    whatHelped: 'The telephone number of who watches the close is in the runbook.',
    tags: ['close of the day'],
    reviewInDays: -1,
    updates: [],
  },
];

/** What the releases ahead answered, by the words their lesson begins with. */
const answered: readonly {
  release: string;
  lesson: string;
  outcome: 'heeded' | 'not-applicable' | 'ignored';
  note: string;
  by: string;
}[] = [
  {
    ...{ release: 'Payments 4.2', lesson: 'Time the copy', outcome: 'heeded', by: 'jon' },
    note: 'Timed on the backup of 9 November: 2 h 10 min, with 40 minutes to spare in the night.',
  },
  {
    ...{ release: 'Payments 4.2', lesson: 'Turn a new path', outcome: 'heeded', by: 'priya' },
    note: 'Both currencies are on for three merchants first; the list is in the plan.',
  },
  {
    ...{ release: 'Payments 4.2', lesson: 'Read a field', outcome: 'not-applicable', by: 'jon' },
    note: 'The interface to the acquirers does not change in this release.',
  },
  {
    ...{ release: 'Checkout', lesson: 'Turn a new path', outcome: 'ignored', by: 'priya' },
    note: 'Points are per customer, not per merchant; we watch the first hour instead.',
  },
];

/** When lessons were entered, and when the releases ahead answered some of them. */
export function lessonMoments(
  performance: Performance,
  upcoming: readonly Story[],
): { at: number; run(): Promise<void> }[] {
  const { date, sample } = performance;
  const { zone } = sample.workspace;
  const on = (days: number, time: string) => at(workday(date, -days), time, zone);
  return [
    ...taught.map((lesson) => ({
      at: on(lesson.daysBefore, '15:20'),
      run: () => teach(lesson, performance),
    })),
    { at: on(3, '14:10'), run: () => answer(performance, upcoming) },
    { at: on(2, '10:50'), run: () => askLedger(performance, upcoming) },
  ];
}

async function teach(lesson: Taught, { stage, known, releases, date }: Performance): Promise<void> {
  const { daysBefore: _daysBefore, by, services, reviewInDays, source, updates, ...said } = lesson;
  const as = idOf(known.people, by);
  const [, from = null] =
    [...releases].findLast(
      ([{ versions }]) => services[0] !== undefined && services[0] in versions,
    ) ?? [];
  const { id: lessonId, updates: entered } = await stage.call(
    'lessons.add',
    {
      ...said,
      serviceIds: services.map((key) => idOf(known.services, key)),
      ownerId: as,
      reviewOn: reviewInDays === undefined ? null : plusDays(date, reviewInDays),
      ...(source === undefined ? { fromReleaseId: from } : { source }),
      updates: updates.map(({ kind, what, owner, dueInDays }) => ({
        ...{ kind, what, ownerId: idOf(known.people, owner), dueOn: plusDays(date, dueInDays) },
      })),
    },
    as,
  );
  for (const [index, { done = false, owner }] of updates.entries()) {
    if (!done) continue;
    const update = { lessonId, id: entered[index]?.id, done };
    await stage.call('lessons.saveUpdate', update, idOf(known.people, owner));
  }
}

async function answer(
  { stage, known, releases }: Performance,
  upcoming: readonly Story[],
): Promise<void> {
  const mara = idOf(known.people, 'mara');
  for (const { release, lesson, outcome, note, by } of answered) {
    const story = upcoming.find(({ name }) => name.startsWith(release));
    const releaseId = story === undefined ? undefined : releases.get(story);
    if (releaseId === undefined) continue;
    const { lessons } = await stage.call('lessons.forRelease', { releaseId }, mara);
    const asked = lessons.find((each) => each.lesson.title.startsWith(lesson));
    if (asked === undefined) throw new Error(`${release} is not asked about “${lesson}…”`);
    const lessonId = asked.lesson.id;
    await stage.call(
      'lessons.answer',
      { releaseId, lessonId, outcome, note },
      idOf(known.people, by),
    );
  }
}

/** Of the release that switches the ledger a gate asks what was learned. */
async function askLedger(
  { stage, known, releases }: Performance,
  upcoming: readonly Story[],
): Promise<void> {
  const ledger = upcoming.find(({ name }) => name.startsWith('Ledger'));
  const releaseId = ledger === undefined ? undefined : releases.get(ledger);
  if (releaseId === undefined) return;
  const why = 'The switch of the ledger went wrong once, and what came of that must not be lost.';
  const mara = idOf(known.people, 'mara');
  await stage.call('policies.addGate', { releaseId, key: 'lessons-heeded', why }, mara);
}
