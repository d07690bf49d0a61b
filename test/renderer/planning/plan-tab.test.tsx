import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import { usePlanLook } from '../../../renderer/features/planning/tasks/plan-look.ts';
import { planRelease } from './release.ts';
import type { Planned } from './release.ts';
import { hostWithout, openWindow } from './window.tsx';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
  localStorage.clear();
  usePlanLook.setState({ look: 'list' });
});

async function withTasks(
  { test, release }: Planned,
  ...tasks: (Partial<Input<'tasks.save'>> & { title: string })[]
): Promise<string[]> {
  const ids: string[] = [];
  for (const task of tasks) {
    ids.push((await test.call('tasks.save', { releaseId: release.id, ...task })).id);
  }
  return ids;
}

const savedTasks = async ({ test, release }: Planned) =>
  (await test.call('tasks.list', { releaseId: release.id })).tasks;

async function openPlan(planned: Planned): Promise<HTMLElement> {
  openWindow(planned.test, `/releases/${planned.release.id}/plan`);
  return screen.findByRole('list', { name: 'Tasks' });
}

const titles = () =>
  within(screen.getByRole('list', { name: /^Tasks/ }))
    .getAllByRole('listitem')
    .map((row) => row.querySelector('[data-opens]')?.textContent);

describe('the plan of a release', () => {
  it('that cannot be read says why, part by part', async () => {
    const { test, release } = await planRelease();
    openWindow(hostWithout(test, 'tasks.list'), `/releases/${release.id}/plan`);
    expect((await screen.findByRole('alert')).textContent).toContain('The plan could not be read');
    expect(await screen.findByText(/What this release waits for outside of it/)).toBeTruthy();
  });

  it('adds a task on Enter and waits for the next one; a refusal keeps what was typed', async () => {
    const planned = await planRelease();
    openWindow(planned.test, `/releases/${planned.release.id}/plan`);
    expect(await screen.findByText(/Add the first one above/)).toBeTruthy();
    const form = screen.getByRole('form', { name: 'Add to the plan' });
    const title = within(form).getByLabelText('Title');
    await userEvent.type(title, 'Run the load test');
    const days = within(form).getByLabelText('Working days');
    await userEvent.clear(days);
    await userEvent.type(days, 'two{Enter}');
    expect((await within(form).findByRole('alert')).textContent).toContain('whole working days');
    expect(title).toHaveProperty('value', 'Run the load test');
    await userEvent.clear(days);
    await userEvent.type(days, '2{Enter}');
    expect(await screen.findByRole('button', { name: 'Run the load test' })).toBeTruthy();
    await expect.poll(() => title).toHaveProperty('value', '');
    await userEvent.selectOptions(within(form).getByLabelText('Kind'), 'Milestone');
    await userEvent.type(title, 'Ready{Enter}');
    await expect
      .poll(() => savedTasks(planned))
      .toMatchObject([
        { title: 'Run the load test', durationDays: 2 },
        { title: 'Ready', kind: 'milestone', durationDays: 0 },
      ]);
  });

  it('says what it comes to, what is late, and takes the done mark by a click', async () => {
    const planned = await planRelease();
    await withTasks(
      planned,
      { title: 'Review', startOn: '2026-11-19' },
      { title: 'Migrate data', startOn: '2026-11-26', durationDays: 3 },
    );
    const list = await openPlan(planned);
    expect(screen.getByText(/The plan ends Mon 30 Nov, after the planned start/)).toBeTruthy();
    expect(screen.getByText('Ends too late')).toBeTruthy();
    expect(within(list).getByText('Late')).toBeTruthy();
    await userEvent.click(within(list).getByRole('checkbox', { name: 'Done: Review' }));
    await expect.poll(() => within(list).queryByText('Late')).toBeNull();
    expect(await savedTasks(planned)).toMatchObject([{ doneOn: '2026-11-24' }, { doneOn: null }]);
    within(list).getByRole('button', { name: 'Review' }).focus();
    await userEvent.keyboard('d');
    await expect.poll(() => savedTasks(planned)).toMatchObject([{ doneOn: null }, {}]);
  });

  it('follows Alt and an arrow, keeps the focus, and tells it', async () => {
    const planned = await planRelease();
    await withTasks(planned, { title: 'A' }, { title: 'B' }, { title: 'C' });
    await openPlan(planned);
    screen.getByRole('button', { name: 'A' }).focus();
    await userEvent.keyboard('{Alt>}{ArrowDown}{ArrowDown}{/Alt}');
    expect(titles()).toEqual(['B', 'C', 'A']);
    expect(screen.getByText('A is now 3 of 3')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'A' }));
    await expect
      .poll(async () => (await savedTasks(planned)).map(({ title }) => title))
      .toEqual(['B', 'C', 'A']);
    await userEvent.keyboard('{ArrowUp}');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'C' }));
  });

  it('is shown as bars, each with its words, reached by keyboard and remembered', async () => {
    const planned = await planRelease();
    const { jon } = planned.cast;
    const [first] = await withTasks(planned, {
      ...{ title: 'Migrate data', startOn: '2026-11-24', durationDays: 3, ownerId: jon.id },
    });
    await withTasks(planned, { title: 'Load test', predecessorIds: [first ?? ''] });
    await openPlan(planned);
    await userEvent.click(screen.getByRole('radio', { name: 'Bars' }));
    const bars = await screen.findByRole('list', { name: 'Tasks as bars' });
    const [migrate, load] = within(bars).getAllByRole('button');
    expect(migrate?.getAttribute('aria-label')).toBe(
      'Migrate data, Jon Bell, Tue 24 Nov – Thu 26 Nov, 3 working days, to do, says when the plan ends. Migrate data begins on its own date, Tue 24 Nov. It cannot slip without moving the end of the plan or the start.',
    );
    migrate?.focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(load);
    await userEvent.keyboard('{Enter}');
    const inspector = await screen.findByRole('complementary', { name: 'Load test' });
    expect(inspector.textContent).toContain('Load test waits for Migrate data');
    cleanup();
    openWindow(planned.test, `/releases/${planned.release.id}/plan`);
    expect(await screen.findByRole('list', { name: 'Tasks as bars' })).toBeTruthy();
  });
});

describe('an opened task', () => {
  it('waits for what is chosen, and shows the circle that is refused', async () => {
    const planned = await planRelease();
    await withTasks(planned, { title: 'Migrate data' }, { title: 'Load test' });
    await openPlan(planned);
    await userEvent.click(screen.getByRole('button', { name: 'Load test' }));
    let panel = await screen.findByRole('complementary', { name: 'Load test' });
    const choose = (name: string) =>
      userEvent.selectOptions(within(panel).getByLabelText('Add a predecessor'), name);
    await choose('Migrate data');
    const before = await within(panel).findByRole('list', { name: 'Predecessors' });
    await userEvent.click(within(before).getByRole('button', { name: 'Migrate data' }));
    panel = await screen.findByRole('complementary', { name: 'Migrate data' });
    await choose('Load test');
    expect((await within(panel).findByRole('alert')).textContent).toContain(
      'Migrate data → Load test → Migrate data',
    );
    const [migrate, load] = await savedTasks(planned);
    expect(load?.predecessorIds).toEqual([migrate?.id]);
    expect(migrate?.predecessorIds).toEqual([]);
  });

  it('refuses a last day before it begins beside the field, and keeps it typed', async () => {
    const planned = await planRelease();
    await withTasks(planned, { title: 'Migrate data', startOn: '2026-11-25', durationDays: 2 });
    await openPlan(planned);
    await userEvent.click(screen.getByRole('button', { name: 'Migrate data' }));
    const panel = await screen.findByRole('complementary', { name: 'Migrate data' });
    const last = within(panel).getByLabelText('Last day');
    fireEvent.change(last, { target: { value: '2026-11-24' } });
    fireEvent.blur(last);
    expect((await within(panel).findByRole('alert')).textContent).toContain(
      'lies before it begins',
    );
    expect(last).toHaveProperty('value', '2026-11-24');
    fireEvent.change(last, { target: { value: '2026-11-30' } });
    fireEvent.blur(last);
    await expect.poll(() => savedTasks(planned)).toMatchObject([{ durationDays: 4 }]);
    await userEvent.click(within(panel).getByRole('button', { name: 'Take out of the plan' }));
    await expect.poll(() => savedTasks(planned)).toEqual([]);
  });
});

describe('what a release needs of others', () => {
  it('is added, says that it comes too late, and is shown at the other release', async () => {
    const planned = await planRelease();
    const { test, release, cast } = planned;
    const later = await test.call('releases.create', {
      ...{ name: 'Ledger 3', type: 'minor', ownerId: cast.mara.id },
      deployments: [
        {
          ...{ environmentId: cast.production.id, startAt: '2026-12-03T22:00:00.000Z' },
          ...{ zone: 'Europe/London', durationMinutes: 60 },
        },
      ],
    });
    openWindow(test, `/releases/${release.id}/plan`);
    await userEvent.click(await screen.findByRole('button', { name: 'Add a dependency' }));
    const form = screen.getByRole('form', { name: 'Add a dependency' });
    await userEvent.click(within(form).getByRole('button', { name: 'Add' }));
    expect((await within(form).findByRole('alert')).textContent).toContain('choose the release');
    await within(form).findByRole('option', { name: /^Ledger 3/ });
    await userEvent.selectOptions(
      within(form).getByLabelText('Release it waits for'),
      within(form).getByRole('option', { name: /^Ledger 3/ }),
    );
    await userEvent.click(within(form).getByRole('button', { name: 'Add' }));
    const list = await screen.findByRole('list', { name: 'Dependencies' });
    expect(list.textContent).toContain(
      'Ledger 3 starts Thu 3 Dec, after this release (Thu 26 Nov).',
    );
    expect(list.textContent).toContain('Too late');
    await userEvent.click(within(list).getByRole('button', { name: 'Ledger 3' }));
    const panel = await screen.findByRole('complementary', { name: 'Ledger 3' });
    await userEvent.selectOptions(within(panel).getByLabelText('State'), 'Met');
    await expect.poll(() => list.textContent).not.toContain('Too late');
    cleanup();
    openWindow(test, `/releases/${later.id}/plan`);
    const needed = await screen.findByRole('list', { name: 'Releases that need Ledger 3' });
    expect(needed.textContent).toContain('Payments 4.2');
  });
});

describe('the stakeholders of a release', () => {
  it('come from the workspace or from outside, and are changed and removed', async () => {
    const planned = await planRelease();
    const { test, release } = planned;
    openWindow(test, `/releases/${release.id}/plan`);
    await userEvent.click(await screen.findByRole('button', { name: 'Add a stakeholder' }));
    let form = screen.getByRole('form', { name: 'Add a stakeholder' });
    await userEvent.type(within(form).getByLabelText('Name'), 'Lea Brandt');
    await userEvent.selectOptions(within(form).getByLabelText('Is'), 'Consulted');
    await userEvent.click(within(form).getByRole('button', { name: 'Add' }));
    const list = await screen.findByRole('list', { name: 'Stakeholders' });
    expect(list.textContent).toContain('from outside');
    await userEvent.click(screen.getByRole('button', { name: 'Add a stakeholder' }));
    form = screen.getByRole('form', { name: 'Add a stakeholder' });
    await userEvent.selectOptions(within(form).getByLabelText('Who'), 'Jon Bell');
    await userEvent.click(within(form).getByRole('button', { name: 'Add' }));
    expect(await within(list).findByRole('button', { name: 'Jon Bell' })).toBeTruthy();
    await userEvent.click(within(list).getByRole('button', { name: 'Lea Brandt' }));
    const panel = await screen.findByRole('complementary', { name: 'Lea Brandt' });
    await userEvent.type(within(panel).getByLabelText('Contact'), 'lea@bank.example');
    await userEvent.tab();
    await expect.poll(() => list.textContent).toContain('lea@bank.example');
    await userEvent.click(within(panel).getByRole('button', { name: 'Remove' }));
    await expect
      .poll(() => test.call('stakeholders.list', { releaseId: release.id }))
      .toMatchObject([{ name: 'Jon Bell' }]);
  });
});

describe('the plan of a release that is closed', () => {
  it('can be read, and offers nothing to change it', async () => {
    const planned = await planRelease();
    const { test, release } = planned;
    await withTasks(planned, { title: 'Migrate data', note: 'As agreed' });
    await test.call('releases.cancel', { id: release.id, reason: 'Not needed any more' });
    const list = await openPlan(planned);
    expect(within(list).getByRole('checkbox')).toHaveProperty('disabled', true);
    expect(screen.queryByRole('form', { name: 'Add to the plan' })).toBeNull();
    for (const name of [/^Actions for/, /^Add a/]) {
      expect(screen.queryByRole('button', { name })).toBeNull();
    }
    await userEvent.click(within(list).getByRole('button', { name: 'Migrate data' }));
    const panel = await screen.findByRole('complementary', { name: 'Migrate data' });
    expect(within(panel).queryByRole('textbox')).toBeNull();
    expect(panel.textContent).toContain('As agreed');
  });
});
