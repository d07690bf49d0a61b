import { describe, expect, it } from 'vitest';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';
import type { TestApp } from '../../support/test-app.ts';
import { parseIcs, partsOf, textOf, valueOf } from './parse-ics.ts';

async function exported(test: TestApp, windows = false) {
  const { text } = await test.call('calendar.exportIcs', { windows });
  return partsOf(parseIcs(text), 'VEVENT').map((event) => ({
    uid: valueOf(event, 'UID') ?? '',
    sequence: Number(valueOf(event, 'SEQUENCE')),
    status: valueOf(event, 'STATUS'),
    start: valueOf(event, 'DTSTART'),
    summary: textOf(event, 'SUMMARY'),
  }));
}

async function only(test: TestApp) {
  const [event, ...others] = await exported(test);
  expect(others).toEqual([]);
  if (event === undefined) throw new Error('There is no event');
  return event;
}

describe('an exported deployment', () => {
  it('counts its moves, and keeps its identity', async () => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    const { id } = await aRelease(test, cast);
    const first = await only(test);
    await test.call('releases.reschedule', { id, byDays: 1 }, cast.mara.id);
    const second = await only(test);
    expect(second.uid).toBe(first.uid);
    expect(second.start).not.toBe(first.start);
    expect(second.sequence).toBeGreaterThan(first.sequence);
    await test.call('edits.undo', {}, cast.mara.id);
    const third = await only(test);
    expect(third.start).toBe(first.start);
    expect(third.sequence).toBeGreaterThan(second.sequence);
  });

  it('is cancelled with its release, and stays in the file', async () => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    const { id } = await aRelease(test, cast);
    const planned = await only(test);
    await test.call('releases.cancel', { id, reason: 'No longer needed' }, cast.mara.id);
    const cancelled = await only(test);
    expect(cancelled).toMatchObject({ uid: planned.uid, status: 'CANCELLED' });
    expect(cancelled.sequence).toBeGreaterThan(planned.sequence);
  });

  it('is cancelled when it was taken out of the plan, also with a release that was undone', async () => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    const { deployments } = await aRelease(test, cast);
    const planned = await only(test);
    await test.call('edits.undo', {}, cast.mara.id);
    const gone = await only(test);
    expect(gone).toMatchObject({
      ...{ uid: `${deployments[0]?.id}@slipway`, status: 'CANCELLED' },
      summary: 'Payments 4.2 → prod-eu',
    });
    expect(gone.sequence).toBeGreaterThan(planned.sequence);
    await test.call('edits.redo', {}, cast.mara.id);
    const back = await only(test);
    expect(back.status).toBe('TENTATIVE');
    expect(back.sequence).toBeGreaterThan(gone.sequence);
  });
});

describe('an exported window', () => {
  it('that was removed is cancelled, counting once more', async () => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    const text = [
      ...['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:freeze@example', 'SUMMARY:Freeze'],
      ...['DTSTART:20261127T170000Z', 'DURATION:PT1H', 'END:VEVENT', 'END:VCALENDAR'],
    ].join('\r\n');
    await test.call('calendar.importIcs', { source: { text } }, cast.mara.id);
    const [before] = await exported(test, true);
    expect(before).toMatchObject({ uid: 'freeze@example', status: 'CONFIRMED' });
    await test.call('edits.undo', {}, cast.mara.id);
    const [after] = await exported(test, true);
    expect(after).toMatchObject({ uid: 'freeze@example', status: 'CANCELLED' });
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? 0);
    expect(await exported(test)).toEqual([]);
  });
});
