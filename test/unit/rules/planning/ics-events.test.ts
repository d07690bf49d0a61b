import { describe, expect, it } from 'vitest';
import { emptyHead, readEvents } from '#shared/rules/planning/ics/components.ts';
import { contentLines } from '#shared/rules/planning/ics/content-lines.ts';
import { createGroups } from '#shared/rules/planning/ics/event-groups.ts';
import { readEvent } from '#shared/rules/planning/ics/events.ts';
import type { ReadEvent } from '#shared/rules/planning/ics/events.ts';
import { wallOf } from '#shared/rules/planning/ics/times.ts';
import { zoneNamed } from '#shared/rules/planning/ics/zones.ts';

function readAll(body: readonly string[], zone = 'Europe/London'): ReadEvent[] {
  const lines = ['BEGIN:VCALENDAR', ...body, 'END:VCALENDAR'].join('\r\n');
  const head = emptyHead();
  const groups = createGroups();
  for (const event of readEvents(contentLines(new TextEncoder().encode(lines)), head)) {
    groups.add(event);
  }
  const zoneOf = (tzid: string) => zoneNamed(tzid, head.locations.get(tzid));
  const around = { zone, zoneOf, recurrenceOf: () => undefined };
  return groups.groups().map((group) => readEvent(group, around));
}

const event = (...lines: string[]) => [
  ...['BEGIN:VEVENT', 'UID:a@example', 'SUMMARY:Quarter-end freeze', ...lines, 'END:VEVENT'],
];

function readOne(...lines: string[]) {
  const [only] = readAll(event(...lines));
  if (only === undefined || 'refused' in only) throw new Error(JSON.stringify(only));
  return only.read;
}

function whyNot(...lines: string[]): string {
  const [only] = readAll(event(...lines));
  if (only === undefined || 'read' in only) throw new Error(JSON.stringify(only));
  return only.refused.reason;
}

const friday = 'DTSTART;TZID=Europe/London:20261127T170000';

describe('an event', () => {
  it('is on the wall clock of its zone', () => {
    const { times, name, kind } = readOne(friday, 'DTEND;TZID=Europe/London:20261202T080000');
    expect(times).toEqual({
      zone: 'Europe/London',
      startWall: '2026-11-27T17:00',
      endWall: '2026-12-02T08:00',
      recurrence: '',
    });
    expect([name, kind]).toEqual(['Quarter-end freeze', 'hard-freeze']);
  });

  it('of dates lasts from midnight to midnight, one day where it names no end', () => {
    expect(readOne('DTSTART;VALUE=DATE:20261225').times).toMatchObject({
      startWall: '2026-12-25T00:00',
      endWall: '2026-12-26T00:00',
    });
  });

  it('in UTC once is read in the chosen zone; coming again it stays in UTC', () => {
    const end = 'DURATION:PT2H30M';
    expect(readOne('DTSTART:20260701T160000Z', end).times).toMatchObject({
      ...{ zone: 'Europe/London', startWall: '2026-07-01T17:00', endWall: '2026-07-01T19:30' },
    });
    expect(readOne('DTSTART:20260701T160000Z', end, 'RRULE:FREQ=WEEKLY').times).toMatchObject({
      ...{ zone: 'UTC', startWall: '2026-07-01T16:00' },
    });
  });

  it('keeps its rule, with the last time on its own clock', () => {
    const rule = 'RRULE:FREQ=WEEKLY;BYDAY=FR;UNTIL=20270626T160000Z';
    expect(readOne(friday, 'DURATION:PT1H', rule).times.recurrence).toBe(
      'FREQ=WEEKLY;UNTIL=20270626T170000;BYDAY=FR',
    );
  });

  it('that begins off its own rule begins with the first time of it, and says so', () => {
    const { times, remarks } = readOne(friday, 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;BYDAY=MO');
    expect(times.startWall).toBe('2026-11-30T17:00');
    expect(remarks).toEqual(['Begins 2026-11-30 17:00, the first time by its recurrence.']);
  });

  it('of the last century that still comes is taken from 2000 on', () => {
    const { times } = readOne('DTSTART;VALUE=DATE:19701225', 'RRULE:FREQ=YEARLY');
    expect(times).toMatchObject({ startWall: '2000-12-25T00:00', endWall: '2000-12-26T00:00' });
  });

  it('without occurrences left out, with one moved, one cancelled and one added', () => {
    const [only] = readAll([
      ...event(
        friday,
        'DURATION:PT1H',
        'RRULE:FREQ=WEEKLY;BYDAY=FR',
        'EXDATE:20261204T170000Z',
        'RDATE;TZID=Europe/London:20261209T090000',
      ),
      ...event(
        'RECURRENCE-ID;TZID=Europe/London:20261211T170000',
        'DTSTART;TZID=America/New_York:20261211T130000',
        'DTEND:20261211T200000Z',
      ),
      ...event('RECURRENCE-ID;VALUE=DATE:20261218', 'DTSTART:20261218T170000Z', 'STATUS:CANCELLED'),
    ]);
    if (only === undefined || 'refused' in only) throw new Error(JSON.stringify(only));
    expect(
      only.read.changes.map(({ originalWall, skipped, startWall, endWall }) => [
        ...[originalWall, skipped, startWall, endWall],
      ]),
    ).toEqual([
      ['2026-12-04T17:00', true, null, null],
      ['2026-12-09T09:00', false, '2026-12-09T09:00', '2026-12-09T10:00'],
      ['2026-12-11T17:00', false, '2026-12-11T18:00', '2026-12-11T20:00'],
      ['2026-12-18T17:00', true, null, null],
    ]);
  });

  it('of two versions is the one of the higher number', () => {
    const [only] = readAll([
      ...event('SEQUENCE:2', friday, 'DURATION:PT2H'),
      ...event('SEQUENCE:1', friday, 'DURATION:PT9H'),
    ]);
    expect(only).toMatchObject({ read: { times: { endWall: '2026-11-27T19:00' } } });
  });

  it('takes a name of 5,000 characters as far as it goes, and says so', () => {
    const [only] = readAll([
      ...['BEGIN:VEVENT', 'UID:b', `SUMMARY:<b>${'é\u0301'.repeat(2_500)}</b>`, friday],
      ...['DURATION:PT1H', 'END:VEVENT'],
    ]);
    if (only === undefined || 'refused' in only) throw new Error(JSON.stringify(only));
    expect(only.read.name).toHaveLength(200);
    expect(only.read.remarks[0]).toMatch(/^Its name was cut: it has 5,007 characters/);
  });

  it('passes over an alarm within it', () => {
    const alarm = ['BEGIN:VALARM', 'SUMMARY:Wake up', 'DURATION:PT9H', 'END:VALARM'];
    expect(readOne(...alarm, friday, 'DURATION:PT1H')).toMatchObject({
      name: 'Quarter-end freeze',
      times: { endWall: '2026-11-27T18:00' },
    });
  });
});

describe('an event that cannot be', () => {
  it.each([
    [[friday], /no length/],
    [[friday, 'DTEND;TZID=Europe/London:20261127T170000'], /no length/],
    [[friday, 'DTEND;TZID=Europe/London:20261127T160000'], /before it begins/],
    [[friday, 'DURATION:-PT1H'], /before it begins/],
    [[friday, 'DURATION:P'], /duration “P” is none/],
    [['DTSTART:20260230T100000Z', 'DURATION:PT1H'], /no date and time/],
    [['DURATION:PT1H'], /no start/],
    [['DTSTART:19991231T100000Z', 'DURATION:PT1H'], /lies in 1999/],
    [[friday, 'DURATION:P8D', 'RRULE:FREQ=WEEKLY'], /before it has ended/],
    [[friday, 'DURATION:PT1H', 'RRULE:FREQ=SECONDLY'], /every hour at most/],
    [[friday, 'DURATION:PT1H', 'RRULE:FREQ=YEARLY;INTERVAL=0'], /Expected numbers from 1/],
    [[friday, 'DURATION:PT1H', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'], /never happens/],
    [[friday, 'DURATION:PT1H', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'], /never happens/],
    [[friday, 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;BYDAY=XX'], /Expected days such as/],
    [[friday, 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;UNTIL=20200101'], /never happens/],
    [[friday, 'DURATION:PT1H', 'RRULE:nonsense'], /found “NONSENSE”/],
    [['DTSTART;TZID=Our office:20261127T170000', 'DURATION:PT1H'], /“Our office” is not known/],
    [['RECURRENCE-ID:20261127T170000Z', friday, 'DURATION:PT1H'], /not in the file/],
  ])('says why: %j', (lines, why) => {
    expect(whyNot(...lines)).toMatch(why);
  });

  it('does not keep the others of its file out', () => {
    const others = readAll([
      ...event(friday),
      ...event(friday, 'DURATION:PT1H').map((line) => line.replace('a@', 'b@')),
    ]);
    expect(others.map((each) => 'read' in each)).toEqual([false, true]);
  });
});

describe('a zone of a file', () => {
  it('is one with another name of it: a time that clocks skip stays as it is written', () => {
    const skipped = { kind: 'local', wall: '2026-03-08T02:30', seconds: 0 } as const;
    const told = { ...skipped, tzid: 'America/New_York' };
    expect(wallOf(told, 'US/Eastern', (tzid) => tzid)).toBe('2026-03-08T02:30');
    expect(wallOf(told, 'Europe/London', (tzid) => tzid)).toBe('2026-03-08T07:30');
  });

  it.each([
    ['Europe/London', undefined, 'Europe/London'],
    ['/mozilla.org/20050126_1/Europe/London', undefined, 'Europe/London'],
    ['/x/America/Argentina/Buenos_Aires', undefined, 'America/Argentina/Buenos_Aires'],
    ['W. Europe Standard Time', undefined, 'Europe/Berlin'],
    ['Our office', 'Asia/Kolkata', 'Asia/Kolkata'],
    ['Our office', 'Our street', null],
    ['constructor', undefined, null],
    ['+01:00', undefined, null],
  ])('%j in %j is %j', (tzid, location, zone) => {
    expect(zoneNamed(tzid, location)).toBe(zone);
  });
});

describe('a file', () => {
  it.each([
    ['', /an empty file/],
    ['<html>', /“<html>”/],
    ['BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1', /cut off/],
    ['BEGIN:VCALENDAR\r\nEND:VEVENT', /not open/],
    [`BEGIN:VCALENDAR\r\n${'BEGIN:X\r\n'.repeat(50)}`, /20 deep/],
    [`BEGIN:VCALENDAR\n${'BEGIN:VEVENT\nEND:VEVENT\n'.repeat(100_001)}`, /more than 100,000/],
  ])('that is no calendar, or too long a one, is refused: %.40s', (text, why) => {
    expect(() => [
      ...readEvents(contentLines(new TextEncoder().encode(text)), emptyHead()),
    ]).toThrow(why);
  });
});
