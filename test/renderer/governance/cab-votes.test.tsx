import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { planRelease } from '../planning/release.ts';
import { openWindow } from '../planning/window.tsx';

// The document of these tests has no layout, so there is nothing to scroll.
Element.prototype.scrollIntoView = () => undefined;
afterEach(() => {
  cleanup();
  // Votes that were called out and not recorded are kept by the window.
  sessionStorage.clear();
});

/** A meeting that runs, on a release whose board gate asks operations, security and compliance. */
async function running() {
  const planned = await planRelease({ name: 'Payments 5.0', type: 'major' });
  const { test, cast, release } = planned;
  const meeting = await test.call('cab.create', {
    ...{ title: 'CAB of Thursday', zone: 'Europe/London' },
    ...{ startsAt: '2026-11-26T10:00:00.000Z', attendeeIds: [cast.mara.id] },
  });
  const board = async () => {
    const gates = await test.call('gates.list', { releaseId: release.id });
    const found = gates.find(({ key }) => key === 'cab-decision');
    if (found === undefined) throw new Error('no gate of the board');
    return found;
  };
  return { ...planned, meeting, board };
}

describe('the votes of a meeting', () => {
  it('can be those of whoever stands in, and the record says for whom and why', async () => {
    const { test, cast, meeting, board } = await running();
    const away = { firstOn: '2026-11-23', lastOn: '2026-11-27', deputyId: cast.tomas.id };
    await test.call('absences.save', { personId: cast.iris.id, ...away });
    await test.call('cab.start', { meetingId: meeting.id });
    openWindow(test, `/cab/${meeting.id}`);
    const seat = await screen.findByRole('combobox', { name: 'Security lead' });
    await userEvent.selectOptions(seat, 'Tomás Rey for Iris Lindqvist');
    const reason = /^Stands in for Iris Lindqvist: Iris Lindqvist is away until Fri 27 Nov/;
    expect(await screen.findByText(reason)).toBeTruthy();
    const votes = screen.getByRole('group', { name: 'Vote of Tomás Rey' });
    await userEvent.click(within(votes).getByRole('button', { name: /^Go/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Record 1 vote' }));
    const said = 'Stood in for Iris Lindqvist: Iris Lindqvist is away until Fri 27 Nov';
    expect(await screen.findByText(said)).toBeTruthy();
    expect((await board()).decisions).toMatchObject([
      { decidedById: cast.tomas.id, forPersonId: cast.iris.id },
    ]);
  });

  it('are each refused or recorded by themselves, also those of one person', async () => {
    const { test, cast, meeting, board } = await running();
    const { id, rev, name } = cast.iris;
    const roles = ['security-lead', 'compliance'];
    await test.call('people.save', { id, rev, name, roles });
    await test.call('cab.start', { meetingId: meeting.id });
    openWindow(test, `/cab/${meeting.id}`);
    const seats = await screen.findByRole('list', { name: /^Seats of / });
    const seatOf = (role: string) => {
      const found = within(seats)
        .getAllByRole('listitem')
        .find((each) => within(each).queryByText(role) !== null);
      if (found === undefined) throw new Error(`no seat of ${role}`);
      return found;
    };
    for (const role of ['Security lead', 'Compliance']) {
      await userEvent.click(within(seatOf(role)).getByRole('button', { name: /^Go/ }));
    }
    await userEvent.click(screen.getByRole('button', { name: 'Record 2 votes' }));
    expect(await within(seats).findByText(/already fills a place/)).toBeTruthy();
    const [given] = (await board()).decisions;
    const reason = 'Was meant for another gate.';
    await test.call('approvals.withdraw', { decisionId: given?.id ?? '', reason });
    await waitFor(() => expect(seatOf('Security lead')).toBeTruthy());
    const open = within(seatOf('Security lead'));
    expect(open.queryByRole('alert')).toBeNull();
    expect(open.queryByRole('button', { pressed: true })).toBeNull();
    expect(within(seatOf('Compliance')).getByRole('alert')).toBeTruthy();
  });

  it('can hang on more than one condition, each with an owner and a day', async () => {
    const { test, cast, meeting, board } = await running();
    await test.call('cab.start', { meetingId: meeting.id });
    openWindow(test, `/cab/${meeting.id}`);
    const votes = await screen.findByRole('group', { name: 'Vote of Iris Lindqvist' });
    await userEvent.click(within(votes).getByRole('button', { name: /^Conditional go/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Another condition' }));
    const fill = async (at: number, text: string) => {
      const part = within(screen.getByRole('group', { name: `Condition ${at}` }));
      await userEvent.type(part.getByLabelText(`Condition ${at}`), text);
      await userEvent.selectOptions(part.getByLabelText('Owner'), cast.jon.id);
      await userEvent.type(part.getByLabelText('Due'), '2026-11-27');
    };
    await fill(1, 'Support has the list of merchants');
    await userEvent.click(screen.getByRole('button', { name: 'Record 1 vote' }));
    expect(await screen.findByText(/^Give condition 2, who sees to it/)).toBeTruthy();
    await fill(2, 'The old keys are withdrawn');
    await userEvent.click(screen.getByRole('button', { name: 'Record 1 vote' }));
    await waitFor(async () =>
      expect((await board()).decisions[0]?.conditions.map(({ text }) => text)).toEqual([
        'Support has the list of merchants',
        'The old keys are withdrawn',
      ]),
    );
  });
});
