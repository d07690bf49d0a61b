import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Input, Output } from '#shared/contract/index.ts';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import type { Cast } from '../../support/build-workspace.ts';
import { livingRows } from '../../support/living-rows.ts';
import { startTestApp } from '../../support/test-app.ts';
import type { TestApp } from '../../support/test-app.ts';

type Imported = Input<'calendar.importIcs'>;

const freeze = [
  ...['UID:quarter-end@example', 'SUMMARY:Quarter-end freeze', 'DESCRIPTION:Books close'],
  ...['DTSTART;TZID=Europe/London:20261127T170000', 'DTEND;TZID=Europe/London:20261127T200000'],
  ...['RRULE:FREQ=WEEKLY;BYDAY=FR', 'EXDATE;TZID=Europe/London:20261204T170000'],
];
const patching = [
  ...['UID:patching@example', 'SUMMARY:Patching', 'CATEGORIES:MAINTENANCE'],
  ...['DTSTART:20261201T020000Z', 'DURATION:PT2H'],
];

function file(...events: string[][]): { text: string } {
  const body = events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']);
  return { text: ['BEGIN:VCALENDAR', ...body, 'END:VCALENDAR', ''].join('\r\n') };
}

async function started(): Promise<{ test: TestApp; cast: Cast; as: string; path: string }> {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  return { test, cast, as: cast.mara.id, path: join(test.folder, 'Payments.slipway') };
}

/** Looked at and accepted, as people do. */
async function accept(test: TestApp, input: Imported, as: string) {
  const { leaveOut, ...reading } = input;
  const { digest } = await test.call('calendar.readIcs', reading);
  return test.call('calendar.importIcs', { ...input, digest }, as);
}

const stateOf = ({ events }: Output<'calendar.readIcs'>) =>
  events.map(({ name, state }) => `${name}: ${state}`);

describe('a calendar file of windows', () => {
  it('is told before anything is written, then written as one edit that is undone whole', async () => {
    const { test, as, path } = await started();
    const before = livingRows(path);
    const source = file(freeze, patching);
    const read = await test.call('calendar.readIcs', { source });
    expect(stateOf(read)).toEqual(['Quarter-end freeze: new', 'Patching: new']);
    expect(read.events.map(({ kind, when }) => [kind, when?.startWall, when?.zone])).toEqual([
      ['hard-freeze', '2026-11-27T17:00', 'Europe/London'],
      ['maintenance', '2026-12-01T02:00', 'Europe/London'],
    ]);
    expect(livingRows(path)).toEqual(before);
    const { counts } = await accept(test, { source }, as);
    expect(counts).toMatchObject({ new: 2, changed: 0, refused: 0 });
    const { window, window_change: changes } = livingRows(path);
    expect(window).toHaveLength(2);
    expect(changes).toMatchObject([{ original_wall: '2026-12-04T17:00', skipped: 1 }]);
    await test.call('edits.undo', {}, as);
    expect(livingRows(path)).toEqual(before);
    await test.call('edits.redo', {}, as);
    expect(livingRows(path)['window']).toEqual(window);
  });

  it('changes nothing when it is imported again, and its own windows when it changed', async () => {
    const { test, as, path } = await started();
    await accept(test, { source: file(freeze, patching) }, as);
    const once = livingRows(path);
    const head = (await test.call('workspace.verify', {})).head;
    const { counts } = await accept(test, { source: file(freeze, patching) }, as);
    expect(counts).toMatchObject({ same: 2, new: 0, changed: 0 });
    expect((await test.call('workspace.verify', {})).head).toBe(head);
    const moved = freeze.map((line) => line.replace('T170000', 'T180000'));
    const read = await test.call('calendar.readIcs', { source: file(moved) });
    expect(stateOf(read)).toEqual(['Quarter-end freeze: changed']);
    expect(read.events[0]?.differences).toEqual([
      { what: 'start', from: '2026-11-27 17:00', to: '2026-11-27 18:00' },
      {
        what: 'single occurrences',
        from: 'without 2026-12-04 17:00',
        to: 'without 2026-12-04 18:00',
      },
    ]);
    expect(read.gone.map(({ name }) => name)).toEqual(['Patching']);
    await accept(test, { source: file(moved) }, as);
    expect(livingRows(path)['window']).toHaveLength(2);
    await test.call('edits.undo', {}, as);
    expect(livingRows(path)).toEqual(once);
  });

  it('takes a window out where the file cancels it, and leaves out what was never here', async () => {
    const { test, as, path } = await started();
    await accept(test, { source: file(freeze) }, as);
    const source = file([...freeze, 'STATUS:CANCELLED'], [...patching, 'STATUS:CANCELLED']);
    const read = await test.call('calendar.readIcs', { source });
    expect(stateOf(read)).toEqual(['Quarter-end freeze: removed', 'Patching: left-out']);
    await accept(test, { source }, as);
    expect(livingRows(path)).toMatchObject({ window: [], window_change: [] });
  });

  it('leaves out what people leave out, and asks for a kind where nothing tells', async () => {
    const { test, as, path } = await started();
    const plain = patching.map((line) => line.replace(/Patching|MAINTENANCE/, 'Steering'));
    const source = file(freeze, plain);
    const asked = await test.call('calendar.readIcs', { source });
    expect(stateOf(asked)).toEqual(['Steering: refused', 'Quarter-end freeze: new']);
    expect([asked.withoutKind, asked.events[0]?.why]).toEqual([
      ...[1, 'Nothing says what kind of time it is. Choose one above.'],
    ]);
    const leaveOut = ['quarter-end@example'];
    await accept(test, { source, kind: 'peak', leaveOut }, as);
    expect(livingRows(path)['window']).toMatchObject([{ name: 'Steering', kind: 'peak' }]);
  });

  it('asks which zone one is that nobody knows, and writes nothing before', async () => {
    const { test, as, path } = await started();
    const away = freeze.map((line) => line.replaceAll('Europe/London', 'Our office'));
    const source = file(away, patching);
    const read = await test.call('calendar.readIcs', { source });
    expect(read.zones).toEqual([{ tzid: 'Our office', events: 1, zone: null }]);
    const refusal = await test.refused('calendar.importIcs', { source }, as);
    expect(refusal.message).toContain('found “Our office”');
    expect(livingRows(path)['window']).toEqual([]);
    const zones = [{ tzid: 'Our office', zone: 'Asia/Kolkata' }];
    await accept(test, { source, zones }, as);
    const again = await test.call('calendar.readIcs', { source });
    expect([again.counts.same, again.zones[0]?.zone]).toEqual([2, 'Asia/Kolkata']);
    expect(livingRows(path)['window']).toMatchObject([
      { name: 'Quarter-end freeze', zone: 'Asia/Kolkata', start_wall: '2026-11-27T17:00' },
      { name: 'Patching', zone: 'Europe/London' },
    ]);
  });

  it('is refused when it is not the one that was looked at, or none at all', async () => {
    const { test, as, path } = await started();
    const { digest } = await test.call('calendar.readIcs', { source: file(freeze) });
    const other = { source: file(patching), digest };
    expect((await test.refused('calendar.importIcs', other, as)).code).toBe('conflict');
    const page = { source: { text: '<html><script>alert(1)</script>' } };
    expect((await test.refused('calendar.readIcs', page)).message).toContain('BEGIN:VCALENDAR');
    const cut = { source: { text: file(freeze).text.slice(0, 200) } };
    expect((await test.refused('calendar.importIcs', cut, as)).message).toContain('cut off');
    const missing = { source: { path: join(test.folder, 'none.ics') } };
    expect((await test.refused('calendar.readIcs', missing)).code).toBe('not_found');
    expect(livingRows(path)['window']).toEqual([]);
    expect(test.errors).toEqual([]);
  });

  it('of many events is read with progress, told in part, and stopped when somebody stops it', async () => {
    const { test } = await started();
    const many = Array.from({ length: 10_000 }, (_, index) =>
      [
        ...['BEGIN:VEVENT', `UID:${index}@example`, `SUMMARY:Maintenance ${index}`],
        ...['DTSTART;TZID=Europe/London:20261127T170000', 'DURATION:PT1H'],
        ...['RRULE:FREQ=WEEKLY', 'END:VEVENT'],
      ].join('\r\n'),
    );
    const path = join(test.folder, 'many.ics');
    writeFileSync(path, ['BEGIN:VCALENDAR', ...many, 'END:VCALENDAR', ''].join('\r\n'));
    const read = await test.call('calendar.readIcs', { source: { path } });
    expect([read.counts.new, read.events.length]).toEqual([10_000, 1_000]);
    expect(test.events.some((event) => event.type === 'progress')).toBe(true);
    const stopped = test.refused('calendar.readIcs', { source: { path }, progressId: 'one' });
    await test.call('progress.cancel', { id: 'one' });
    expect((await stopped).message).toContain('Cancelled');
  });
});

describe('a calendar file that was exported here', () => {
  it('changes nothing: its deployments are known, its windows are as they are', async () => {
    const { test, cast, as } = await started();
    await aRelease(test, cast);
    const hostile = freeze.map((line) => line.replace('Quarter-end', '<b>a\\, \\; "q"</b> שלום'));
    await accept(test, { source: file(hostile, patching) }, as);
    const { head } = await test.call('workspace.verify', {});
    const { text } = await test.call('calendar.exportIcs', { windows: true });
    const read = await test.call('calendar.readIcs', { source: { text } });
    expect(stateOf(read)).toEqual([
      '<b>a, ; "q"</b> שלום freeze: same',
      'Patching: same',
      'Payments 4.2 → prod-eu: left-out',
    ]);
    expect(read.events.at(-1)?.why).toMatch(/^Made by this workspace/);
    await accept(test, { source: { text } }, as);
    expect((await test.call('workspace.verify', {})).head).toBe(head);
  });
});

describe('a calendar file of days off', () => {
  const christmas = [
    ...['UID:christmas@example', 'SUMMARY:Christmas', 'DTSTART;VALUE=DATE:20261225'],
    ...['DTEND;VALUE=DATE:20261227', 'RRULE:FREQ=YEARLY;COUNT=2'],
  ];
  const daysOf = (path: string) => livingRows(path)['holiday'];

  it('goes into a holiday calendar, each day once, and a day that moved moves', async () => {
    const { test, as, path } = await started();
    const input = { as: 'holidays', source: file(christmas) } as const;
    const holidayCalendar = { name: 'England' };
    const made = await accept(test, { ...input, holidayCalendar }, as);
    const id = made.holidayCalendarId ?? '';
    const on = (...days: string[]) => days.map((day) => ({ holiday_on: day, name: 'Christmas' }));
    expect(daysOf(path)).toMatchObject(on('2026-12-25', '2026-12-26', '2027-12-25', '2027-12-26'));
    const again = await accept(test, { ...input, holidayCalendar: { id } }, as);
    expect(again.counts).toMatchObject({ same: 1, new: 0 });
    const source = file(christmas.map((line) => line.replace('20261227', '20261226')));
    await accept(test, { ...input, source, holidayCalendar: { id } }, as);
    expect(daysOf(path)).toMatchObject(on('2026-12-25', '2027-12-25'));
    expect((await test.refused('calendar.importIcs', input, as)).fields).toHaveProperty(
      'holidayCalendar',
    );
  });

  it('that never ends is taken for the years ahead', async () => {
    const { test, as, path } = await started();
    const source = file(christmas.map((line) => line.replace(';COUNT=2', '')));
    await accept(test, { as: 'holidays', source, holidayCalendar: { name: 'England' } }, as);
    expect(daysOf(path)).toHaveLength(20);
  });
});
