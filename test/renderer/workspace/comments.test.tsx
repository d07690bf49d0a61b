import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { planRelease } from '../planning/release.ts';
import type { Planned } from '../planning/release.ts';
import { hostWithout, openWindow } from '../planning/window.tsx';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

const overviewOf = ({ release }: Planned) => `/releases/${release.id}/overview`;

/** Opens where a link leads: the window under test has an address of its own, not the browser's. */
function follow({ test }: Planned, link: HTMLElement): void {
  const address = link.getAttribute('href')?.slice(1) ?? '';
  cleanup();
  openWindow(test, address);
}

async function say({ test, release }: Planned, text: string, as: string) {
  test.advance(1000);
  const place = { releaseId: release.id, subject: 'release', subjectId: release.id } as const;
  return test.call('comments.add', { ...place, text }, as);
}

const said = async ({ test, release }: Planned) =>
  test.call('comments.list', { releaseId: release.id });

const box = () => screen.findByRole('textbox', { name: 'Your comment' });

describe('comments on a release', () => {
  it('are written with a mention chosen by keyboard, and sent with Ctrl+Enter', async () => {
    const planned = await planRelease();
    openWindow(planned.test, overviewOf(planned));
    const area = await box();
    await userEvent.type(area, 'Please look, @');
    const people = await screen.findByRole('listbox', { name: 'People' });
    expect(within(people).getAllByRole('option')).toHaveLength(5);
    await userEvent.type(area, 'o');
    expect(screen.queryByRole('listbox')).not.toBeNull();
    await userEvent.keyboard('{Backspace}i');
    expect(within(screen.getByRole('listbox')).getByRole('option').textContent).toContain('Iris');
    await userEvent.keyboard('{Enter}');
    expect(area).toHaveProperty('value', 'Please look, @Iris Lindqvist ');
    expect(screen.queryByRole('listbox')).toBeNull();
    await userEvent.type(area, 'today{Enter}second line{Control>}{Enter}{/Control}');

    await expect.poll(() => said(planned)).toHaveLength(1);
    const [comment] = await said(planned);
    expect(comment?.text).toBe('Please look, @Iris Lindqvist today\nsecond line');
    expect(comment?.mentions).toEqual([planned.cast.iris.id]);
    const list = await screen.findByRole('list', { name: 'Comments' });
    expect(within(list).getByText('@Iris Lindqvist')).toBeTruthy();
    await expect.poll(() => area).toHaveProperty('value', '');
  });

  it('goes back to the list with Esc, and does not send nothing', async () => {
    const planned = await planRelease();
    openWindow(planned.test, overviewOf(planned));
    const area = await box();
    await userEvent.type(area, '@jon{Escape}');
    expect(screen.queryByRole('listbox')).toBeNull();
    await userEvent.clear(area);
    await userEvent.type(area, ' {Control>}{Enter}{/Control}');
    expect((await screen.findByRole('alert')).textContent).toContain('Nothing is typed yet');
    expect(await said(planned)).toEqual([]);
  });

  it('show what others typed as text, links to the web alone, and right-to-left as it runs', async () => {
    const planned = await planRelease();
    const text =
      '<img src=x onerror=alert(1)> javascript:alert(1) https://evil@bank.example/ (see https://ok.example/a).';
    await say(planned, text, planned.cast.jon.id);
    await say(planned, 'שלום', planned.cast.jon.id);
    openWindow(planned.test, overviewOf(planned));
    const list = await screen.findByRole('list', { name: 'Comments' });
    expect(list.textContent).toContain(text);
    expect(list.querySelector('img')).toBeNull();
    const links = within(list).getAllByRole<HTMLAnchorElement>('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['https://ok.example/a']);
    expect(links[0]?.rel).toContain('noopener');
    expect(within(list).getByText('שלום').getAttribute('dir')).toBe('auto');
  });

  it('are new until they were in sight, and stay marked while one looks', async () => {
    const planned = await planRelease();
    const { test, cast, release } = planned;
    await say(planned, '@Mara Okafor look', cast.jon.id);
    openWindow(test, overviewOf(planned));
    const list = await screen.findByRole('list', { name: 'Comments' });
    const unread = async () =>
      (await test.call('comments.list', { releaseId: release.id }, cast.mara.id)).filter(
        (comment) => comment.unread,
      );
    await expect.poll(unread).toEqual([]);
    expect(within(list).getByText('New')).toBeTruthy();
    cleanup();
    openWindow(test, overviewOf(planned));
    await screen.findByText('@Mara Okafor');
    expect(screen.queryByText('New')).toBeNull();
  });

  it('are edited and removed where they stand, by their author alone', async () => {
    const planned = await planRelease();
    await say(planned, 'From Jon', planned.cast.jon.id);
    await say(planned, 'Helo', planned.cast.mara.id);
    openWindow(planned.test, overviewOf(planned));
    await userEvent.click(await screen.findByRole('button', { name: /^Edit your comment/ }));
    const area = screen.getByDisplayValue('Helo');
    await userEvent.clear(area);
    await userEvent.type(area, 'Hello');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('edited')).toBeTruthy();
    expect(screen.getAllByRole('button', { name: /^Remove your comment/ })).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: /^Remove your comment/ }));
    expect(await screen.findByText('Comment removed; history keeps it')).toBeTruthy();
    expect((await said(planned)).map(({ text }) => text)).toEqual(['From Jon']);
  });

  it('keep what was typed through a reload', async () => {
    const planned = await planRelease();
    openWindow(planned.test, overviewOf(planned));
    await userEvent.type(await box(), 'Half a thought');
    cleanup();
    openWindow(planned.test, overviewOf(planned));
    expect(await box()).toHaveProperty('value', 'Half a thought');
  });

  it('that cannot be read say why, with a way to try again', async () => {
    const planned = await planRelease();
    openWindow(hostWithout(planned.test, 'comments.list'), overviewOf(planned));
    const text = await screen.findByText('The comments could not be read');
    const panel = text.closest<HTMLElement>('[role=alert]');
    expect(panel && within(panel).getByRole('button', { name: /again|Retry/i })).toBeTruthy();
  });
});

describe('comments on what belongs to a release', () => {
  it('are counted with the release, and lead to their place, which opens', async () => {
    const planned = await planRelease();
    const { test, cast, release } = planned;
    const [item] = await test.call('checklists.list', { releaseId: release.id });
    const place = { subject: 'checklist-item', subjectId: item?.id ?? '' } as const;
    test.advance(1000);
    await test.call(
      'comments.add',
      { releaseId: release.id, ...place, text: 'Done?' },
      cast.jon.id,
    );
    openWindow(test, overviewOf(planned));
    const link = await screen.findByRole('link', { name: item?.text ?? '' });
    follow(planned, link);
    const toggle = await screen.findByRole('button', {
      name: new RegExp('^Comments and attachments of .*1 comment'),
    });
    expect(toggle.getAttribute('aria-expanded')).toBe('true');
    expect(await screen.findByText('Done?')).toBeTruthy();
  });

  it('stand in the inspector of a gate, and under a scope item from its menu', async () => {
    const planned = await planRelease();
    const { test, cast, release } = planned;
    const releaseId = release.id;
    const [gate] = await test.call('gates.list', { releaseId });
    test.advance(1000);
    const place = { releaseId, subject: 'gate', subjectId: gate?.id ?? '' } as const;
    await test.call('comments.add', { ...place, text: 'Why red?' }, cast.jon.id);
    await test.call('scope.add', { releaseId, title: 'Refunds', ticket: 'PAY-2' });
    openWindow(test, `/releases/${releaseId}/gates`);
    const marks = await screen.findAllByRole('img', { name: '1 comment, 1 new' });
    expect(marks).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: gate?.name ?? '' }));
    expect(await screen.findByText('Why red?')).toBeTruthy();
    cleanup();
    openWindow(test, `/releases/${releaseId}/scope`);
    await userEvent.click(await screen.findByRole('button', { name: 'Actions for PAY-2' }));
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Comments and attachments' }),
    );
    await userEvent.type(await box(), 'Which ones?{Control>}{Enter}{/Control}');
    await expect
      .poll(() => test.call('comments.list', { releaseId, subject: 'scope-item' }))
      .toMatchObject([{ text: 'Which ones?', about: 'PAY-2 Refunds' }]);
  });

  it('come to Today when they mention somebody, and lead there', async () => {
    const planned = await planRelease();
    await say(planned, '@Mara Okafor ready?', planned.cast.jon.id);
    openWindow(planned.test, '/today');
    const link = await screen.findByRole('link', { name: /^Read: Jon Bell mentioned you/ });
    follow(planned, link);
    expect(await screen.findByText('@Mara Okafor')).toBeTruthy();
  });
});
