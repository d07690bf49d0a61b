import type { Page } from '@playwright/test';
import { build } from 'vite';
import { join } from 'node:path';
import { isRecord } from '#core/sync/record.ts';
import { clickToPainted, openPage } from './browser-page.ts';
import { benchApp, must, percentile } from './stage.ts';
import type { Measure } from './stage.ts';

const months = 12;
const start = '2027-03-01';

type Event = { id: string; title: string; start: string; end: string; url: string };

/**
 * From the click on the month after to its days painted, month after month, in a workspace of many
 * releases; beside FullCalendar's month given all of them at once, in the same window. Both show the
 * same deployments of each month, which is looked at first.
 */
export async function monthPaging(folder: string, path: string, count: number): Promise<Measure> {
  const events = await allEvents(folder, path);
  const { page, close } = await openPage(path);
  await page.goto(`${new URL(page.url()).origin}/#/calendar?view=month&on=${start}`);
  await page.locator('[data-date="2027-03-15"] [data-deployment]').first().waitFor();
  const ours = await pages(page, 'a[aria-label^="Month after"]', (month) => ({
    shown: `[data-page="shown"] [data-date="${month}-15"] [data-deployment]`,
  }));
  const seen = await inSheet(page, '[data-page="shown"] [data-date="2027-03-15"]');

  const peer = await peerCode();
  // The page of the program lets no foreign style in.
  await page.goto('about:blank');
  await page.addStyleTag({ content: peer.style });
  await page.addScriptTag({ content: peer.script });
  await page.evaluate(
    (detail) => void window.dispatchEvent(new CustomEvent('show-peer', { detail })),
    { events, on: start },
  );
  await page.locator('#peer [data-date="2027-03-15"] a').first().waitFor();
  const theirs = await pages(page, '#peer-after', (month) => ({
    shown: `#peer [data-date="${month}-15"] a`,
  }));
  await close();
  const onDay = events.filter((event) => event.start.startsWith('2027-03-15'));
  if (onDay.length !== seen || seen === 0) {
    throw new Error(`15 March has ${onDay.length} deployments, the sheet shows ${seen}`);
  }
  const [mine, other] = [percentile(ours, 0.5), percentile(theirs, 0.5)];
  return {
    name: `month paging with ${count} releases, click to days painted, median of ${months}`,
    ours: `${mine.toFixed(0)} ms, p95 ${percentile(ours, 0.95).toFixed(0)} ms`,
    peer: `FullCalendar given all of them ${other.toFixed(0)} ms`,
    ratio: other / mine,
    bar: 'at least 5',
    met: other / mine >= 5,
  };
}

/** Clicks through a year, a breath between the clicks as a hand has, and back to where it began. */
async function pages(
  page: Page,
  button: string,
  of: (month: string) => { shown: string },
): Promise<number[]> {
  const took: number[] = [];
  for (let n = 1; n <= months; n += 1) {
    const at = new Date(Date.UTC(2027, 2 + n, 1)).toISOString().slice(0, 7);
    // The hand needs longer to come again than what is asked for ahead takes to come.
    await page.waitForTimeout(400);
    took.push(await clickToPainted(page, page.locator(button), of(at).shown));
  }
  return took;
}

async function inSheet(page: Page, day: string): Promise<number> {
  await page.goto(`${new URL(page.url()).origin}/#/calendar?view=month&on=${start}`);
  await page.locator(`${day} [data-deployment]`).first().waitFor();
  const shown = await page.locator(`${day} [data-deployment]`).count();
  const more = await page.locator(day).getByRole('button').allTextContents();
  return shown + more.reduce((sum, text) => sum + Number(/\d+/.exec(text)?.[0] ?? 0), 0);
}

async function allEvents(folder: string, path: string): Promise<Event[]> {
  const app = benchApp(folder);
  await must(app, 'workspace.open', { path });
  const span = { from: '2026-01-01T00:00:00.000Z', to: '2199-01-01T00:00:00.000Z' };
  const { list } = await must(app, 'calendar.list', span);
  await app.close();
  if (!Array.isArray(list)) throw new Error('calendar.list gave no list');
  return list.map((entry: unknown) => {
    if (!isRecord(entry)) throw new Error('calendar.list gave no entries');
    const text = (key: string) => String(entry[key]);
    const id = text('deploymentId');
    // With an address, as they had when this library drew them: only then they are links.
    const url = `#/releases/${text('releaseId')}`;
    return { id, url, title: text('name'), start: text('startAt'), end: text('endAt') };
  });
}

/** FullCalendar's month with the settings our sheet had when it was drawn by it, as one script. */
async function peerCode(): Promise<{ script: string; style: string }> {
  const output = await build({
    ...{ configFile: false, logLevel: 'silent' },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      lib: {
        entry: join(import.meta.dirname, 'month-peer.ts'),
        ...{ formats: ['iife'], name: 'monthPeer', fileName: 'month-peer' },
      },
    },
  });
  const files = (Array.isArray(output) ? output : [output]).flatMap((each) =>
    'output' in each ? each.output : [],
  );
  const script = files.flatMap((file) => (file.type === 'chunk' ? [file.code] : [])).join('\n');
  const style = files.flatMap((file) => (file.type === 'asset' ? [String(file.source)] : []));
  if (script === '' || style.length === 0) throw new Error('the peer was not built');
  return { script, style: style.join('\n') };
}
