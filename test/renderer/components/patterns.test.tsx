import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { statusKinds } from '../../../renderer/app/theme/tokens.ts';
import { AsOf } from '../../../renderer/components/AsOf.tsx';
import { Change } from '../../../renderer/components/Change.tsx';
import { CommitChip } from '../../../renderer/components/Chip.tsx';
import { ConfirmDialog } from '../../../renderer/components/ConfirmDialog.tsx';
import { DecisionCard } from '../../../renderer/components/DecisionCard.tsx';
import { TextInput } from '../../../renderer/components/form/TextInput.tsx';
import { DateInput } from '../../../renderer/components/form/DateInput.tsx';
import { ReadinessRing } from '../../../renderer/components/ReadinessRing.tsx';
import { Status } from '../../../renderer/components/Status.tsx';
import { statusLook } from '../../../renderer/components/status-look.ts';
import { TabList } from '../../../renderer/components/TabLinks.tsx';
import { When, WhenRange } from '../../../renderer/components/When.tsx';
import { Why } from '../../../renderer/components/Why.tsx';

afterEach(cleanup);

const told = { zone: 'Europe/London', now: '2026-11-24T15:02:00.000Z' };

describe('Status', () => {
  it.each(statusKinds)('tells %s by a word, also where only its icon shows', (kind) => {
    render(<Status kind={kind} variant="icon" />);
    expect(screen.getByRole('img', { name: statusLook[kind].word })).toBeTruthy();
  });

  it('has an icon of its own for each kind', () => {
    expect(new Set(statusKinds.map((kind) => statusLook[kind].icon)).size).toBe(statusKinds.length);
  });
});

describe('When', () => {
  it('tells UTC and the zone on focus', async () => {
    render(<When at="2026-07-02T22:00:00.000Z" {...told} relative />);
    expect(screen.getByText('Thu 2 Jul 23:00')).toBeTruthy();
    await userEvent.tab();
    expect(await screen.findByText('Thu 2 Jul 22:00 UTC · Europe/London')).toBeTruthy();
  });

  it('is no stop for the Tab key in a list', () => {
    render(<When at="2026-07-02T22:00:00.000Z" {...told} focusable={false} />);
    expect(document.querySelector('time')?.tabIndex).toBe(-1);
  });

  it('tells one date for a range within a day', () => {
    render(
      <WhenRange
        from="2026-11-26T22:00:00.000Z"
        to="2026-11-26T23:30:00.000Z"
        {...told}
        showZone
      />,
    );
    expect(document.body.textContent).toBe('Thu 26 Nov 22:00 – 23:30 London');
  });
});

describe('AsOf', () => {
  it('turns to out of date past its limit, with the date', () => {
    const { rerender } = render(<AsOf at="2026-11-24T14:02:00.000Z" {...told} limit={60} />);
    expect(document.body.textContent).toBe('1 h ago');
    rerender(<AsOf at="2026-11-24T14:01:00.000Z" {...told} limit={60} />);
    expect(document.body.textContent).toBe('out of date, Tue 24 Nov 14:01');
  });
});

it('Change marks what was removed and what was added', () => {
  render(<Change what="payments-api" from="4.2.0-rc.3" to="4.2.0" />);
  expect(within(screen.getByRole('deletion')).getByText('4.2.0-rc.3')).toBeTruthy();
  expect(within(screen.getByRole('insertion')).getByText('4.2.0')).toBeTruthy();
});

it('CommitChip shows twelve digits of a commit and copies all of them', async () => {
  const commit = '9f2c1abde4c0a1b2c3d4e5f60718293a4b5c6d7e';
  const user = userEvent.setup();
  render(<CommitChip commit={commit} />);
  await user.click(screen.getByText('9f2c1abde4c0'));
  expect(await navigator.clipboard.readText()).toBe(commit);
});

describe('DecisionCard', () => {
  const decision = {
    ...told,
    decidedBy: 'Iris Lindqvist',
    outcome: 'go',
    channel: 'meeting',
    decidedAt: '2026-11-23T17:40:00.000Z',
  } as const;

  it('shows the difference when it was given for earlier facts', () => {
    render(
      <DecisionCard
        {...decision}
        current={false}
        differences={[{ what: 'scope', from: null, to: 'PAY-914' }]}
      />,
    );
    expect(screen.getByText('Go, for earlier facts')).toBeTruthy();
    expect(within(screen.getByRole('insertion')).getByText('PAY-914')).toBeTruthy();
  });

  it('says that somebody else recorded it, and how it was given', () => {
    render(<DecisionCard {...decision} current recordedBy="Mara Okafor" />);
    expect(screen.getByText('Recorded for Iris Lindqvist by Mara Okafor')).toBeTruthy();
    expect(screen.getByRole('article').textContent).toContain('in a meeting');
  });

  it('shows a withdrawn one with its reason, and no longer as given', () => {
    const withdrawn = {
      at: '2026-11-24T08:00:00.000Z',
      by: 'Iris Lindqvist',
      reason: 'Wrong release',
    };
    render(<DecisionCard {...decision} current withdrawn={withdrawn} />);
    expect(screen.getByText('Go, withdrawn')).toBeTruthy();
    expect(screen.getByText('Wrong release')).toBeTruthy();
    expect(screen.queryByText('Go')).toBeNull();
  });
});

describe('Why', () => {
  it('opens the explanation by keyboard and gives the focus back', async () => {
    render(<Why what="Risk score 12" rule="High from 10" arithmetic="3 × 4 = 12" />);
    const button = screen.getByRole('button', { name: /why\? ?\(Risk score 12\)/ });
    button.focus();
    await userEvent.keyboard('{Enter}');
    const sheet = await screen.findByRole('dialog', { name: 'Risk score 12' });
    expect(sheet.textContent).toContain('3 × 4 = 12');
    await userEvent.keyboard('{Escape}');
    expect(document.activeElement).toBe(button);
  });
});

it('ReadinessRing tells how many of how many', () => {
  render(<ReadinessRing passed={7} of={11} />);
  expect(screen.getByRole('img', { name: '7 of 11 gates passed' })).toBeTruthy();
});

describe('fields', () => {
  it('tie label, help and error to the control', () => {
    render(<TextInput label="Version" help="As the scheme has it" error="Needs three numbers" />);
    const field = screen.getByRole('textbox', { name: 'Version' });
    const words = (field.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent);
    expect(words).toEqual(['Needs three numbers', 'As the scheme has it']);
    expect(field.getAttribute('aria-invalid')).toBe('true');
  });

  it('mend a time on leaving it', async () => {
    const changed = vi.fn((value: string) => value);
    render(<DateInput kind="time" label="At" onChange={(event) => changed(event.target.value)} />);
    await userEvent.type(screen.getByRole('textbox', { name: 'At' }), '930');
    await userEvent.clear(screen.getByRole('textbox', { name: 'At' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'At' }), '0930');
    await userEvent.tab();
    expect(changed).toHaveBeenLastCalledWith('09:30');
  });
});

it('TabList moves with the arrow keys and around the end', async () => {
  const picked = vi.fn();
  const tabs = [
    { key: 'a', label: 'A' },
    { key: 'b', label: 'B' },
  ];
  render(<TabList label="Parts" tabs={tabs} current="b" onPick={picked} panelId="panel" />);
  screen.getByRole('tab', { name: 'B' }).focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(picked).toHaveBeenCalledWith('a');
});

it('ConfirmDialog names the consequence and begins at the way back', async () => {
  const done = vi.fn();
  render(
    <ConfirmDialog
      open
      title="Withdraw?"
      action="Withdraw approval"
      onConfirm={done}
      onClose={() => undefined}
    >
      It goes back to waiting.
    </ConfirmDialog>,
  );
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Keep as it is' }));
  await userEvent.click(screen.getByRole('button', { name: 'Withdraw approval' }));
  expect(done).toHaveBeenCalledOnce();
});
