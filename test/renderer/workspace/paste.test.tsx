import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';
import { openWindow } from '../planning/window.tsx';

beforeEach(() => sessionStorage.clear());
afterEach(cleanup);

async function openPaste(section: string) {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  await test.call('workspace.actAs', { personId: cast.mara.id });
  openWindow(test, `/settings/${section}`);
  await userEvent.click(await screen.findByRole('button', { name: 'Paste a list' }));
  return { test, cast, list: await screen.findByLabelText('List') };
}

describe('a pasted list of people', () => {
  it('shows what is new, changed, as it is and refused, and takes what stays ticked', async () => {
    const { test, list } = await openPaste('people');
    const text = [
      'name\temail\troles',
      '<b>Nia</b>\tnia@harbour.example\tQA lead',
      'Jon Bell\tjon@harbour.example\t',
      'Mara Okafor\t\t',
      'Otto\tnowhere\t',
      'Left Out\t\t',
    ].join('\n');
    fireEvent.change(list, { target: { value: text } });
    expect(
      await screen.findByText('5 lines read, 2 new, 1 changed, 1 as they are, 1 cannot be taken.'),
    ).toBeTruthy();
    const lines = screen.getByRole('list', { name: 'Lines of the list' });
    expect(within(lines).getByText('<b>Nia</b>')).toBeTruthy();
    expect(within(lines).getByText(/“nowhere” is no e-mail address/)).toBeTruthy();
    await userEvent.click(within(lines).getByRole('checkbox', { name: 'Add Left Out' }));
    await userEvent.click(screen.getByRole('button', { name: 'Add 1 person and change 1' }));
    expect(await screen.findByText('2 people taken from the list')).toBeTruthy();
    const { people } = await test.call('people.list', {});
    expect(people.map(({ name }) => name)).toEqual(expect.arrayContaining(['<b>Nia</b>']));
    expect(people.find(({ name }) => name === 'Jon Bell')?.email).toBe('jon@harbour.example');
    expect(people.map(({ name }) => name)).not.toContain('Left Out');
  });

  it('is read from a file; one that is too large or no text says so', async () => {
    await openPaste('people');
    const input = screen.getByLabelText('CSV file');
    const choose = (content: BlobPart) =>
      userEvent.upload(input, new File([content], 'people.csv', { type: 'text/csv' }));
    await choose('x'.repeat(1_000_001));
    expect(await screen.findByText(/at most 1 MB is read/)).toBeTruthy();
    await choose(new Uint8Array([0xff, 0xfe, 0x41]));
    expect(await screen.findByText(/is not UTF-8 text/)).toBeTruthy();
    await choose('name,email\nNia,nia@harbour.example\n');
    expect(await screen.findByRole('button', { name: 'Add 1 person' })).toBeTruthy();
  });
});

describe('pasted services and environments', () => {
  it('are taken from a list too', async () => {
    const { test, list } = await openPaste('services');
    fireEvent.change(list, { target: { value: 'ledger\tcritical' } });
    await userEvent.click(await screen.findByRole('button', { name: 'Add 1 service' }));
    expect(await screen.findByText('1 service taken from the list')).toBeTruthy();
    expect((await test.call('services.list', {})).map(({ name }) => name)).toContain('ledger');
    cleanup();
    openWindow(test, '/settings/environments');
    await userEvent.click(await screen.findByRole('button', { name: 'Paste a list' }));
    const again = await screen.findByLabelText('List');
    fireEvent.change(again, { target: { value: 'prod-us\tprod' } });
    await userEvent.click(await screen.findByRole('button', { name: 'Add 1 environment' }));
    expect(await screen.findByText('1 environment taken from the list')).toBeTruthy();
  });
});
