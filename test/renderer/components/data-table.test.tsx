import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { DataTable } from '../../../renderer/components/data-table/DataTable.tsx';
import type { DataTableProps } from '../../../renderer/components/data-table/DataTable.tsx';
import type { TableColumn } from '../../../renderer/components/data-table/table-types.ts';

type Row = { id: string; name: string; tests: number | null };

const columns: readonly TableColumn<Row>[] = [
  { key: 'name', header: 'Release', value: (row) => row.name, grow: true, always: true },
  { key: 'tests', header: 'Tests', value: (row) => row.tests, align: 'end' },
];
const rows: readonly Row[] = Array.from({ length: 10_000 }, (_, index) => ({
  id: `r${index}`,
  name: `Release ${index}`,
  tests: index % 2 === 0 ? index : null,
}));

// jsdom lays nothing out; the list needs a height to know how many rows are in sight.
const height = vi.spyOn(Element.prototype, 'clientHeight', 'get');
const width = vi.spyOn(Element.prototype, 'clientWidth', 'get');
beforeAll(() => {
  height.mockReturnValue(600);
  width.mockReturnValue(900);
  HTMLElement.prototype.scrollTo = () => undefined;
});
afterAll(() => {
  height.mockRestore();
  width.mockRestore();
});
beforeEach(() => localStorage.clear());
afterEach(cleanup);

function Shown(props: Partial<DataTableProps<Row>>) {
  const [selectedId, setSelectedId] = useState<string | null>(null);
  return (
    <>
      <DataTable
        label="Releases"
        remember="test"
        rows={rows}
        columns={columns}
        rowId={(row) => row.id}
        noun={['release', 'releases']}
        empty={<p>Nothing yet</p>}
        selectedId={selectedId}
        onSelect={setSelectedId}
        {...props}
      />
      <output>{selectedId ?? 'none'}</output>
    </>
  );
}

const names = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('gridcell')[0]?.textContent);
const selected = () => document.querySelector('output')?.textContent;

describe('DataTable', () => {
  it('tells screen readers all rows while it draws a few', () => {
    render(<Shown />);
    expect(screen.getByRole('grid', { name: 'Releases' }).getAttribute('aria-rowcount')).toBe(
      '10001',
    );
    expect(screen.getAllByRole('row').length).toBeLessThan(60);
    expect(screen.getByText('10,000 releases')).toBeTruthy();
  });

  it('sorts by a click, the other way by a second, and tells which', async () => {
    render(<Shown rows={rows.slice(0, 3)} />);
    const head = screen.getByRole('button', { name: 'Release' });
    await userEvent.click(head);
    await userEvent.click(head);
    expect(names()).toEqual(['Release 2', 'Release 1', 'Release 0']);
    expect(screen.getByRole('columnheader', { name: 'Release' }).getAttribute('aria-sort')).toBe(
      'descending',
    );
  });

  it('keeps rows without a value last in both directions', async () => {
    render(<Shown rows={rows.slice(0, 4)} />);
    const head = screen.getByRole('button', { name: 'Tests' });
    await userEvent.click(head);
    expect(names().slice(0, 2)).toEqual(['Release 0', 'Release 2']);
    await userEvent.click(head);
    expect(names().slice(0, 2)).toEqual(['Release 2', 'Release 0']);
  });

  it('walks with j and k, opens with Enter, follows on, and closes with Esc', async () => {
    render(<Shown />);
    screen.getByRole('grid').focus();
    await userEvent.keyboard('jjk');
    expect(selected()).toBe('none');
    await userEvent.keyboard('{Enter}');
    expect(selected()).toBe('r0');
    await userEvent.keyboard('j');
    expect(selected()).toBe('r1');
    await userEvent.keyboard('{Escape}');
    expect(selected()).toBe('none');
  });

  it('points at its cursor by an element that exists', async () => {
    render(<Shown />);
    screen.getByRole('grid').focus();
    await userEvent.keyboard('jj');
    const id = screen.getByRole('grid').getAttribute('aria-activedescendant') ?? '';
    expect(document.getElementById(id)?.textContent).toContain('Release 1');
  });

  it('copies the marked rows alone', async () => {
    const user = userEvent.setup();
    render(<Shown markable />);
    screen.getByRole('grid').focus();
    await user.keyboard('j jj [KeyC]');
    expect(screen.getByText('2 of 10,000 releases marked')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await navigator.clipboard.readText()).toBe('Release\tTests\nRelease 0\t0\nRelease 2\t2');
  });

  it('remembers the columns people chose', async () => {
    const first = render(<Shown />);
    await userEvent.click(screen.getByRole('button', { name: 'Columns' }));
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Tests' }));
    first.unmount();
    render(<Shown />);
    expect(screen.queryByRole('columnheader', { name: 'Tests' })).toBeNull();
  });

  it('begins anew when what it remembered cannot be read', () => {
    localStorage.setItem('slipway-table.test', '{"widths":{"name":"wide"}}');
    render(<Shown />);
    expect(screen.getAllByRole('columnheader')).toHaveLength(2);
  });

  it('opens on a click where nothing is selected', async () => {
    const opened = vi.fn();
    render(<Shown onSelect={undefined} onOpen={opened} />);
    await userEvent.click(screen.getByText('Release 3'));
    expect(opened).toHaveBeenCalledWith(rows[3]);
  });

  it('shows what stands for no rows, waiting and failure in place of rows', () => {
    const { rerender } = render(<Shown rows={[]} />);
    expect(screen.getByText('Nothing yet')).toBeTruthy();
    rerender(<Shown rows={[]} state={{ kind: 'loading' }} />);
    expect(screen.getByText('Loading')).toBeTruthy();
    rerender(<Shown rows={[]} state={{ kind: 'failed', panel: <p>Could not be read</p> }} />);
    expect(screen.getByText('Could not be read')).toBeTruthy();
  });
});
