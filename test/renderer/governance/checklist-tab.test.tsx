import { join } from 'node:path';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { unreachable } from '../../../renderer/api/transport.ts';
import { startTestApp } from '../../support/test-app.ts';
import { planRelease } from '../planning/release.ts';
import { openWindow } from '../planning/window.tsx';

afterEach(cleanup);

async function openChecklist() {
  const planned = await planRelease();
  openWindow(planned.test, `/releases/${planned.release.id}/checklist`);
  const boxes = await screen.findAllByRole('checkbox');
  const list = () => planned.test.call('checklists.list', { releaseId: planned.release.id });
  return { ...planned, boxes, list };
}

/** The same over a host that answers a tick when it is told to, or not at all. */
async function openSlowChecklist() {
  const { test, release } = await planRelease();
  const { promise, resolve: answer } = Promise.withResolvers<'kept' | 'lost'>();
  const slow: typeof test.app = {
    ...test.app,
    async call(name, input, options) {
      if (name === 'checklists.setItem' && (await promise) === 'lost') return unreachable();
      return test.app.call(name, input, options);
    },
  };
  openWindow({ ...test, app: slow }, `/releases/${release.id}/checklist`);
  const [box = document.body] = await screen.findAllByRole('checkbox');
  const item = box.closest('li');
  if (item === null) throw new Error('A tick box stands in an item of a list.');
  return { box, item, answer };
}

describe('the checklist of a release', () => {
  it('ticks with Space and moves with the arrow keys', async () => {
    const { boxes, list } = await openChecklist();
    boxes[0]?.focus();
    await userEvent.keyboard('{ArrowDown} ');
    await expect
      .poll(async () => (await list()).map(({ state }) => state).slice(0, 2))
      .toEqual(['open', 'done']);
    expect(document.activeElement).toBe(boxes[1]);
  });

  it('shows a tick at once, as under way until the host has answered', async () => {
    const { item, box, answer } = await openSlowChecklist();
    await userEvent.click(box);
    expect(box).toHaveProperty('checked', true);
    expect(item.getAttribute('aria-busy')).toBe('true');
    // A second click would be for a state that is passing.
    await userEvent.click(box);
    expect(box).toHaveProperty('checked', true);

    answer('kept');
    await within(item).findByLabelText(/^Evidence for/);
    expect(item.getAttribute('aria-busy')).toBe('false');
    expect(box).toHaveProperty('checked', true);
    expect(within(item).getByText('Mara Okafor')).toBeTruthy();
  });

  it('takes back a tick that was not kept, and says why', async () => {
    const { item, box, answer } = await openSlowChecklist();
    await userEvent.click(box);
    expect(box).toHaveProperty('checked', true);
    answer('lost');
    expect((await within(item).findByRole('alert')).textContent).toContain('Slipway');
    expect(box).toHaveProperty('checked', false);
    expect(item.getAttribute('aria-busy')).toBe('false');
  });

  it('can be walked by keys where nothing can be changed any more', async () => {
    const test = startTestApp();
    await test.call('workspace.openDemo', { path: join(test.folder, 'Demo.slipway') });
    const { people } = await test.call('people.list', {});
    await test.call('workspace.actAs', { personId: people[0]?.id ?? '' });
    const { releases } = await test.call('releases.list', { which: 'closed' });
    openWindow(test, `/releases/${releases[0]?.id}/checklist`);
    const [first = document.body, second] = await screen.findAllByRole('checkbox');
    const before = screen.getAllByRole('checkbox', { checked: true }).length;
    first.focus();
    await userEvent.keyboard('{ArrowDown} x');
    expect(document.activeElement).toBe(second);
    expect(screen.getAllByRole('checkbox', { checked: true })).toHaveLength(before);
    expect(screen.queryByRole('form')).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('keeps the evidence of what is done', async () => {
    const { boxes, list } = await openChecklist();
    await userEvent.click(boxes[0] ?? document.body);
    const evidence = await screen.findByLabelText(/^Evidence for/);
    await userEvent.type(evidence, 'https://wiki.example.com/plan{Enter}');
    await expect
      .poll(async () => (await list())[0]?.evidence)
      .toBe('https://wiki.example.com/plan');
  });

  it('asks in place why an item does not apply, and takes no blank for an answer', async () => {
    const { boxes, list } = await openChecklist();
    boxes[0]?.focus();
    await userEvent.keyboard('x');
    const form = within(await screen.findByRole('form', { name: 'Mark not applicable' }));
    await userEvent.click(form.getByRole('button', { name: 'Mark not applicable' }));
    expect((await form.findByRole('alert')).textContent).toContain('a few words');
    await userEvent.type(form.getByLabelText('Why does it not apply?'), 'One team owns it.');
    await userEvent.click(form.getByRole('button', { name: 'Mark not applicable' }));
    await expect
      .poll(async () => (await list())[0])
      .toMatchObject({ state: 'not-applicable', reason: 'One team owns it.' });
  });
});
