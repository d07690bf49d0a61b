import type { Input } from '#shared/contract/index.ts';
import { aRelease } from '../../support/build-workspace.ts';
import { anIssue, jiraDate } from '../../support/servers/jira.ts';
import type { JiraIssue } from '../../support/servers/jira.ts';
import { testNow } from '../../support/surroundings.ts';
import { startJira } from './jira.ts';

export type Started = Awaited<ReturnType<typeof startTickets>>;

/** A workspace whose Jira was synced, with a release that nothing is in yet. */
export async function startTickets(issues: JiraIssue[]) {
  const started = await startJira(issues);
  const { test, cast, connection, sync, clock } = started;
  await sync();
  await test.call('workspace.actAs', { personId: cast.mara.id });
  const release = await aRelease(test, cast);
  const take = (tickets: string[], more: Partial<Input<'tickets.take'>> = {}) => ({
    ...{ releaseId: release.id, connectionId: connection.id, tickets },
    ...more,
  });
  return {
    ...{ ...started, release },
    input: take,
    take: (tickets: string[], more: Partial<Input<'tickets.take'>> = {}) =>
      test.call('tickets.take', take(tickets, more)),
    scope: (releaseId = release.id) => test.call('scope.list', { releaseId }),
    standing: (releaseId = release.id) => test.call('tickets.standing', { releaseId }),
    /** Both clocks go on, and Jira is read again. */
    async later(days: number) {
      clock.now += days * 86_400_000;
      test.advance(days * 86_400_000);
      await sync();
    },
    /** An issue as it is changed now. */
    change(number: number, facts: Parameters<typeof anIssue>[0] = {}) {
      const at = started.jira.issues.findIndex(({ key }) => key === `PAY-${number}`);
      const changed = anIssue({ number, updated: jiraDate(clock.now), ...facts });
      if (at < 0) started.jira.issues.push(changed);
      else started.jira.issues[at] = changed;
    },
  };
}

/** A release of a train with its scope freeze on a day. */
export async function frozenOn({ test, cast }: Started, day: string): Promise<string> {
  const train = await test.call('trains.create', {
    ...{ name: 'Weekly', zone: 'Europe/London', startWall: '2026-12-16T21:00' },
    ...{ recurrence: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE', durationMinutes: 90 },
    offsets: { 'cut-off': 10, 'scope-freeze': 8, 'qa-start': 6, 'qa-end': 2, 'go-no-go': 1 },
    ...{ holidayCalendarId: null, environmentId: cast.production.id },
    ...{ serviceIds: [cast.payments.id], ownerId: cast.ana.id },
  });
  const { releaseIds } = await test.call('trains.generate', { id: train.id, count: 1 });
  const [releaseId = ''] = releaseIds;
  const { tasks } = await test.call('tasks.list', { releaseId });
  const freeze = tasks.find(({ title }) => title === 'Scope freeze');
  await test.call('tasks.save', { id: freeze?.id ?? '', startOn: day });
  return releaseId;
}

/** The id an issue of the project PAY has, by its number. */
export const idOf = (number: number) => String(10_000 + number);

export const daysAgo = (days: number) => jiraDate(testNow - days * 86_400_000);
