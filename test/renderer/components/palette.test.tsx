import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { CommandPalette } from '../../../renderer/components/palette/CommandPalette.tsx';

beforeAll(() => {
  // jsdom has no layout to scroll.
  HTMLElement.prototype.scrollIntoView = () => undefined;
});
afterEach(cleanup);

function open() {
  const ran = vi.fn();
  const closed = vi.fn();
  const command = (id: string, group: string, label: string) => ({
    id,
    group,
    label,
    run: () => {
      ran(id);
    },
  });
  render(
    <CommandPalette
      open
      onClose={closed}
      commands={[
        command('today', 'Go to', 'Today'),
        command('calendar', 'Go to', 'Calendar'),
        command('new', 'This screen', 'New release'),
      ]}
    />,
  );
  return { ran, closed };
}

describe('CommandPalette', () => {
  it('takes the focus and runs the first command that fits, closed before', async () => {
    const { ran, closed } = open();
    await userEvent.keyboard('new{Enter}');
    expect(ran).toHaveBeenCalledExactlyOnceWith('new');
    expect(closed).toHaveBeenCalledBefore(ran);
  });

  it('moves with the arrow keys, around the ends too', async () => {
    const { ran } = open();
    await userEvent.keyboard('{ArrowUp}{ArrowUp}{Enter}');
    expect(ran).toHaveBeenCalledExactlyOnceWith('calendar');
  });

  it('tells screen readers which command is meant while the focus stays in the query', async () => {
    open();
    await userEvent.keyboard('{ArrowDown}');
    const query = screen.getByRole('combobox');
    expect(document.activeElement).toBe(query);
    const active = document.getElementById(query.getAttribute('aria-activedescendant') ?? '');
    expect(active?.textContent).toBe('Calendar');
  });

  it('says so when nothing fits, and Enter then does nothing', async () => {
    const { ran } = open();
    await userEvent.keyboard('zebra{Enter}');
    expect(screen.getByText(/Nothing is called that/)).toBeTruthy();
    expect(ran).not.toHaveBeenCalled();
  });
});
