import { chmodSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { PrintedPage } from '#core/platform.ts';
import { browserPdf } from '../../../electron/host/print/browser-pdf.ts';
import { browserPlaces } from '../../../electron/host/print/find-browser.ts';
import { findChromium } from '../../../scripts/chromium.ts';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import { readPdf } from '../../support/read-pdf.ts';
import { startTestApp } from '../../support/test-app.ts';
import { temporaryFolder } from './start-host.ts';

const page: PrintedPage = { paper: 'A4', landscape: false };
const never = new AbortController().signal;
const chromium = findChromium();
if (chromium === null) console.log('Skipped: no Chromium on this machine to print PDFs with.');

/** A machine on which one program is the browser; its temporary files lie in a folder of their own. */
function machineWith(program: string | null, deadlineMs?: number) {
  const temporary = temporaryFolder();
  vi.stubEnv('TMPDIR', temporary);
  onTestFinished(() => void vi.unstubAllEnvs());
  const env = program === null ? {} : { SLIPWAY_CHROMIUM: program };
  const superuser = process.getuid?.() === 0;
  const print = browserPdf({
    ...{ os: 'win32', home: temporary, env, superuser },
    ...(deadlineMs === undefined ? {} : { deadlineMs }),
  });
  return { print, left: () => readdirSync(temporary) };
}

/** A program that does what a line of shell says. */
function programOf(line: string): string {
  const path = join(temporaryFolder(), 'pretended-browser');
  writeFileSync(path, `#!/bin/sh\n${line}\n`);
  chmodSync(path, 0o755);
  return path;
}

describe('where browsers are looked for', () => {
  it('is where the variable says, then the path, then the usual folders', () => {
    const env = { SLIPWAY_CHROMIUM: '/opt/mine', PATH: '/home/ada/bin:.:relative:/usr/bin' };
    const places = browserPlaces({ os: 'linux', home: '/home/ada', env });
    expect(places.slice(0, 3)).toEqual([
      ...['/opt/mine', '/home/ada/bin/chromium', '/usr/bin/chromium'],
    ]);
    expect(places.every((place) => place.startsWith('/'))).toBe(true);
    expect(new Set(places).size).toBe(places.length);
  });

  it('is among the applications on macOS, and the programs on Windows', () => {
    expect(browserPlaces({ os: 'darwin', home: '/Users/ada', env: {} })).toContain(
      '/Users/ada/Applications/Chromium.app/Contents/MacOS/Chromium',
    );
    const env = { 'ProgramFiles(x86)': String.raw`C:\Program Files (x86)` };
    expect(browserPlaces({ os: 'win32', home: '', env })).toContain(
      String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
    );
  });
});

describe('a PDF by a browser of the machine', () => {
  it('is refused where there is none, with what was looked for and another way', async () => {
    const test = startTestApp();
    const { mara } = await buildWorkspace(test);
    test.platform.printPdf = machineWith(null).print;
    const span = { from: Date.parse('2026-11-01'), to: Date.parse('2026-12-01') };
    const { code, message } = await test.refused('reports.timelinePdf', span);
    expect(code).toBe('unavailable');
    expect(message).toMatch(/Looked for Chrome, Chromium and Edge .* SLIPWAY_CHROMIUM/);
    expect(message).toContain('Save as PDF');
    const when = { startsAt: '2026-11-26T10:00:00.000Z', zone: 'Europe/London' };
    const { id } = await test.call('cab.create', { title: 'CAB', ...when }, mara.id);
    const minutes = await test.refused('cab.minutesPdf', { meetingId: id });
    expect(minutes).toMatchObject({ code: 'unavailable', message });
  });

  it('ends with the call, the browser with it, and leaves nothing behind', async () => {
    const alive = join(temporaryFolder(), 'alive');
    const { print, left } = machineWith(programOf(`echo $$ > "${alive}"; exec sleep 600`));
    const cancelled = new AbortController();
    const printing = print('<p>long</p>', page, cancelled.signal);
    await expect.poll(() => existsSync(alive)).toBe(true);
    cancelled.abort();
    await expect(printing).rejects.toMatchObject({ name: 'AbortError' });
    expect(left()).toEqual([]);
  });

  it('is given up after a while', async () => {
    const { print, left } = machineWith(programOf('exec sleep 600'), 100);
    const message = expect.stringMatching(/did not end within 0\.1 seconds.*Save as PDF/);
    await expect(print('', page, never)).rejects.toMatchObject({ code: 'unavailable', message });
    expect(left()).toEqual([]);
  });

  it('is refused with what the browser said when it made none', async () => {
    const { print, left } = machineWith(programOf('echo "No usable sandbox" >&2; exit 1'));
    await expect(print('', page, never)).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('No usable sandbox'),
    });
    expect(left()).toEqual([]);
  });

  it.skipIf(chromium === null)(
    'has the pages, the paper and the words of the timeline',
    async () => {
      const test = startTestApp();
      const cast = await buildWorkspace(test);
      for (let number = 1; number <= 12; number += 1) {
        const name = `service ${number} <b>&amp;`;
        await test.call('services.save', { name }, cast.mara.id);
      }
      const { print, left } = machineWith(chromium);
      test.platform.printPdf = print;
      const printed = await test.call('reports.timelinePdf', {
        ...{ from: Date.parse('2026-11-01'), to: Date.parse('2026-12-15'), paper: 'A4' },
      });
      const pdf = readPdf(Buffer.from(printed.content, 'base64'));
      expect(printed).toMatchObject({ pages: 2, mediaType: 'application/pdf' });
      expect(pdf.pages).toEqual([
        { width: 842, height: 595 },
        { width: 842, height: 595 },
      ]);
      expect(pdf.text).toContain('service 12 <b>&amp;');
      expect(pdf.text).toContain('Page 2 of 2');
      expect(left()).toEqual([]);
    },
  );

  it.skipIf(chromium === null)(
    'has the pages, the paper and the words of the minutes of a meeting',
    async () => {
      const test = startTestApp();
      const cast = await buildWorkspace(test);
      const as = cast.mara.id;
      await aRelease(test, cast, { name: 'Payments 5.0 <b>&amp;', type: 'major' });
      const meeting = await test.call(
        'cab.create',
        { title: 'CAB of Thursday', startsAt: '2026-11-26T10:00:00.000Z', zone: 'Europe/London' },
        as,
      );
      const { print, left } = machineWith(chromium);
      test.platform.printPdf = print;
      const printed = await test.call('cab.minutesPdf', { meetingId: meeting.id, paper: 'Letter' });
      const pdf = readPdf(Buffer.from(printed.content, 'base64'));
      expect(printed).toMatchObject({
        ...{ fileName: 'CAB of Thursday 2026-11-26 minutes.pdf', mediaType: 'application/pdf' },
      });
      expect(pdf.pages).toEqual([{ width: 612, height: 792 }]);
      expect(pdf.text).toContain('CAB of Thursday');
      expect(pdf.text).toContain('Payments 5.0 <b>&amp;');
      expect(pdf.text).toContain('CAB decision: no decision was taken.');
      expect(left()).toEqual([]);
    },
  );

  it.skipIf(chromium === null)(
    'runs nothing and loads nothing, whatever stands in the document',
    async () => {
      const asked: string[] = [];
      const server = createServer((request, response) => {
        asked.push(request.url ?? '');
        response.end('loaded');
      }).listen(0, '127.0.0.1');
      onTestFinished(() => void server.close());
      await expect.poll(() => server.address()).not.toBeNull();
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : 0;
      const secret = join(temporaryFolder(), 'secret.txt');
      writeFileSync(secret, 'SECRET');
      const { print } = machineWith(chromium);
      const bytes = await print(
        `<!doctype html><html><head><style>@page { size: A5; } p { font-family: sans-serif; }</style></head>
        <body><p>Plain words</p><script>document.body.append('RAN')</script>
        <img src="http://127.0.0.1:${port}/image"><link rel="stylesheet" href="http://127.0.0.1:${port}/style">
        <iframe src="file://${secret}"></iframe><object data="file://${secret}"></object>
        <meta http-equiv="refresh" content="0;url=http://127.0.0.1:${port}/away"></body></html>`,
        { paper: 'Letter', landscape: true },
        never,
      );
      const pdf = readPdf(Buffer.from(bytes));
      expect(pdf.text).toContain('Plain words');
      expect(pdf.text).not.toMatch(/RAN|SECRET|loaded/);
      expect(pdf.pages).toEqual([{ width: 792, height: 612 }]);
      expect(asked).toEqual([]);
    },
  );
});
