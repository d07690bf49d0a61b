import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
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
