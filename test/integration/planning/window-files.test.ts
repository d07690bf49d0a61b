import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FiledWindow } from '#core/features/planning/calendar/filed-windows.ts';
import { renderIcs } from '#core/features/planning/calendar/ics.ts';
import type { WindowChange } from '#shared/model/planning/windows.ts';
import { windowKinds } from '#shared/model/planning/windows.ts';
import { emptyHead, readEvents } from '#shared/rules/planning/ics/components.ts';
import { contentLines } from '#shared/rules/planning/ics/content-lines.ts';
import { createGroups } from '#shared/rules/planning/ics/event-groups.ts';
import { readEvent } from '#shared/rules/planning/ics/events.ts';
import { planWindow } from '#shared/rules/planning/ics/window-plan.ts';
import { zoneNamed } from '#shared/rules/planning/ics/zones.ts';
import { occurrencesIn } from '#shared/rules/planning/windows/occurrences.ts';
import { parseIcs } from './parse-ics.ts';

const zones = [
  ...['Europe/London', 'America/New_York', 'America/Sao_Paulo', 'Australia/Lord_Howe'],
  ...['Asia/Kolkata', 'Pacific/Apia', 'UTC', 'US/Eastern'],
];
const recurrences = [
  ...['', 'FREQ=WEEKLY;BYDAY=FR', 'FREQ=DAILY;INTERVAL=8;COUNT=9', 'FREQ=MONTHLY;BYDAY=-1FR'],
  ...['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', 'FREQ=WEEKLY;UNTIL=20310626T170000Z'],
  'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;UNTIL=20320101',
];

const minute = 60_000;
const wallAt = (ms: number) => new Date(ms).toISOString().slice(0, 16);
const wall = fc
  .oneof(
    fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2030, 0) }),
    // Clocks go forward and back about here: London, New York, Lord Howe, and Apia's missing day.
    fc.constantFrom(
      ...[Date.UTC(2026, 2, 29, 1, 30), Date.UTC(2026, 9, 25, 1, 30), Date.UTC(2026, 2, 8, 2, 30)],
      ...[Date.UTC(2026, 3, 5, 1, 45), Date.UTC(2026, 9, 4, 2, 15), Date.UTC(2024, 1, 29, 23, 59)],
    ),
  )
  .map(wallAt);
const words = fc.string({
  unit: fc.constantFrom('a', 'Ü', '\u0301', ' ', ',', ';', '\\', '"', ':', '🚢', '<b>', 'ש', 'n'),
  minLength: 1,
  maxLength: 90,
});
const note = fc.array(words, { maxLength: 3 }).map((lines) => lines.join('\n'));

type Shape = Omit<FiledWindow['row'], 'id'> & { changes: WindowChange[] };

const shape: fc.Arbitrary<Shape> = fc
  .record({
    kind: fc.constantFrom(...windowKinds),
    name: words.map((text) => `x${text}`.trim()),
    note,
    zone: fc.constantFrom(...zones),
    startWall: wall,
    minutes: fc.integer({ min: 1, max: 6 * 24 * 60 }),
    recurrence: fc.constantFrom(...recurrences),
    changes: fc.uniqueArray(
      fc.record({
        on: wall,
        moved: fc.integer({ min: -900, max: 900 }),
        skipped: fc.boolean(),
        note,
      }),
      { maxLength: 3, selector: ({ on }) => on },
    ),
  })
  .map(({ minutes, changes, ...rest }) => {
    const endOf = (start: string) => wallAt(Date.parse(`${start}:00Z`) + minutes * minute);
    return {
      ...{ ...rest, endWall: endOf(rest.startWall), uid: '', authorityId: null },
      ...{ serviceIds: [], environmentIds: [], regions: [] },
      ...{ workspaceId: 'w', rev: 1, updatedHlc: '', clocks: {}, deletedHlc: null },
      changes: changes.map(({ on, moved, skipped, note: said }) => {
        const startWall = wallAt(Date.parse(`${on}:00Z`) + moved * minute);
        return skipped
          ? { originalWall: on, skipped, startWall: null, endWall: null, note: said }
          : { originalWall: on, skipped, startWall, endWall: endOf(startWall), note: said };
      }),
    };
  });

const id = '0190a0a0-0000-7000-8000-000000000001';

function asFile({ changes, ...row }: Shape): string {
  const layer = { workspaceId: 'w', rev: 1, updatedHlc: '', clocks: {}, deletedHlc: null };
  const filed: FiledWindow = {
    row: { ...row, id },
    changes: changes.map((change, index) => ({
      ...layer,
      id: String(index),
      windowId: id,
      ...change,
    })),
    sequence: 0,
    scope: '',
  };
  const stamp = '2026-11-24T09:20:00.000Z';
  return renderIcs({
    ...{ workspaceName: 'Payments', entries: [], gone: [], windows: [filed], stamp, head: null },
  });
}

function readBack(text: string) {
  const head = emptyHead();
  const groups = createGroups();
  for (const event of readEvents(contentLines(new TextEncoder().encode(text)), head)) {
    groups.add(event);
  }
  const zoneOf = (tzid: string) => zoneNamed(tzid, head.locations.get(tzid));
  const around = {
    zone: 'Asia/Kolkata',
    zoneOf,
    recurrenceOf: () => undefined,
  };
  const [only, ...others] = groups.groups().map((group) => readEvent(group, around));
  expect(others).toEqual([]);
  if (only === undefined || 'refused' in only) throw new Error(JSON.stringify(only));
  return only.read;
}

describe('a window in a calendar file', () => {
  it('comes back as it was, to the minute, over every change of clocks', () => {
    fc.assert(
      fc.property(shape, (window) => {
        const text = asFile(window);
        parseIcs(text);
        const read = readBack(text);
        const chosen = { chosen: null, forAll: false };
        expect(planWindow(read, { ...window, id }, chosen)).toEqual({ state: 'same' });
        const span = { from: Date.UTC(2025, 6), to: Date.UTC(2027, 6) };
        expect(occurrencesIn(read.times, read.changes, span)).toEqual(
          occurrencesIn(window, window.changes, span),
        );
      }),
      { numRuns: 40 },
    );
  });
});
