import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Transport } from '../../../renderer/api/transport.ts';
import { planRelease } from '../planning/release.ts';
import type { Planned } from '../planning/release.ts';
import { hostWithout, openWindow } from '../planning/window.tsx';
import { openSending } from './attached.tsx';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

type Send = NonNullable<Transport['upload']>;

/** The host's end of an upload: the bytes lie in the folder of the test under an id. */
function receive({ test }: Planned, names: string[] = []): Send {
  return async ({ file, onProgress }) => {
    const upload = `upload ${names.push(file.name)}`;
    const path = join(test.folder, upload);
    writeFileSync(path, new Uint8Array(await file.arrayBuffer()));
    test.platform.uploads.set(upload, { path, name: file.name });
    onProgress(file.size);
    return { ok: true, value: { upload } };
  };
}

function open(planned: Planned, send = receive(planned)): void {
  openSending(planned.test, `/releases/${planned.release.id}/overview`, send);
}

const attached = async ({ test, release }: Planned) =>
  (await test.call('attachments.list', { releaseId: release.id })).map(({ name }) => name);

const dropPlace = async () => {
  const button = await screen.findByRole('button', { name: 'Attach a file' });
  return button.closest<HTMLElement>('[data-attach]') ?? button;
};

function drop(place: HTMLElement, files: File[], items: object[] = []): void {
  fireEvent.drop(place, { dataTransfer: { files, items, types: ['Files'] } });
}

async function attach({ test, release }: Planned, name: string, content: string | Buffer) {
  const path = join(test.folder, name);
  writeFileSync(path, content);
  const place = { releaseId: release.id, subject: 'release', subjectId: release.id } as const;
  return test.call('attachments.add', { ...place, file: { path } });
}

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);

describe('attachments of a release', () => {
  it('are dropped, several at once, and what is refused is told where they were dropped', async () => {
    const planned = await planRelease();
    const sent: string[] = [];
    open(planned, receive(planned, sent));
    const place = await dropPlace();
    const big = new File(['x'], 'film.mp4');
    Object.defineProperty(big, 'size', { value: 2 * 1024 ** 3 });
    const folder = { webkitGetAsEntry: () => ({ isDirectory: true, name: 'logs' }) };
    drop(
      place,
      [new File([''], 'empty.log'), big, new File(['text'], 'a.txt'), new File([], 'logs')],
      [folder],
    );
    await expect.poll(() => attached(planned)).toEqual(['a.txt']);
    const alert = await within(place).findByRole('alert');
    expect(alert.textContent).toContain('empty.log is empty (0 bytes)');
    expect(alert.textContent).toContain('film.mp4 has 2 GB, and an attachment has at most 25 MB');
    expect(alert.textContent).toContain('logs is a folder. Compress it');
    // What is refused by its size was never sent.
    expect(sent).toEqual(['a.txt']);
    expect(await within(place).findByText('a.txt')).toBeTruthy();
  });

  it('are chosen by button, under a safe name; the same one again is said in words', async () => {
    const planned = await planRelease();
    open(planned);
    await screen.findByRole('button', { name: 'Attach a file' });
    const input = screen.getByLabelText('Files to attach');
    await userEvent.upload(input, new File(['<b>'], 'CON\u202elmth.html'));
    expect(await screen.findByText('CONlmth.html attached')).toBeTruthy();
    await userEvent.upload(input, new File(['<b>'], 'again.html'));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('has the same content as CONlmth.html');
    expect(await attached(planned)).toEqual(['CONlmth.html']);
  });

  it('say how far they have come, and stop on Cancel', async () => {
    const planned = await planRelease();
    const started = vi.fn();
    open(planned, ({ file, onProgress, signal }) => {
      onProgress(file.size / 2);
      return new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new DOMException('Stopped', 'AbortError')));
        started();
      });
    });
    drop(await dropPlace(), [new File(['0123456789'], 'a.txt'), new File(['b'], 'b.txt')]);
    const bar = await screen.findByRole('progressbar', { name: 'Attach a.txt' });
    expect(bar.getAttribute('aria-valuenow')).toBe('50');
    await userEvent.click(screen.getByRole('button', { name: 'Cancel: Attach a.txt' }));
    await expect.poll(() => screen.queryByRole('progressbar')).toBeNull();
    expect(started).toHaveBeenCalledTimes(1);
    expect(await attached(planned)).toEqual([]);
  });

  it('are removed with a way back', async () => {
    const planned = await planRelease();
    await attach(planned, 'a.txt', 'text');
    open(planned);
    await userEvent.click(await screen.findByRole('button', { name: 'Remove a.txt' }));
    expect(await screen.findByText('a.txt removed; history keeps it')).toBeTruthy();
    expect(await attached(planned)).toEqual([]);
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await expect.poll(() => attached(planned)).toEqual(['a.txt']);
  });

  it('are shown only where they are pictures by their content', async () => {
    const planned = await planRelease();
    await attach(planned, 'real.png', png);
    await attach(planned, 'fake.png', '<svg onload=alert(1)>');
    await attach(planned, 'logo.svg', '<svg/>');
    open(planned);
    await screen.findByRole('button', { name: 'Save real.png' });
    const shown = screen.getAllByRole('button', { name: /^Show/ });
    expect(shown.map((button) => button.getAttribute('aria-label'))).toEqual(['Show real.png']);
  });

  it('of a closed release are there to be saved, and nothing else', async () => {
    const planned = await planRelease();
    await attach(planned, 'a.txt', 'text');
    const { id } = planned.release;
    await planned.test.call('releases.cancel', { id, reason: 'Not needed' });
    open(planned);
    expect(await screen.findByRole('button', { name: 'Save a.txt' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Remove a.txt' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Attach a file' })).toBeNull();
  });

  it('that cannot be read say why', async () => {
    const planned = await planRelease();
    const broken = hostWithout(planned.test, 'attachments.list');
    openWindow(broken, `/releases/${planned.release.id}/overview`);
    expect(await screen.findByText('The attachments could not be read')).toBeTruthy();
  });
});
