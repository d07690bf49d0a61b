import { describe, expect, it } from 'vitest';
import { fileName } from '#core/file-name.ts';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import type { Cast } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';
import type { TestApp } from '../../support/test-app.ts';
import { parseIcs, partsOf, textOf, valueOf } from './parse-ics.ts';
import type { IcsComponent } from './parse-ics.ts';

const at = '2026-11-24T09:20:00.000Z';

async function exported(test: TestApp, input = {}): Promise<IcsComponent> {
  const { text } = await test.call('calendar.exportIcs', input);
  return parseIcs(text);
}

function inZone(cast: Cast, startAt: string, zone: string, durationMinutes = 90) {
  const environmentId = cast.production.id;
  return { environmentId, region: 'eu', startAt, zone, durationMinutes };
}

describe('calendar.exportIcs', () => {
  it('gives each planned deployment as an event in its own zone', async () => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    const { deployments } = await aRelease(test, cast, {
      deployments: [inZone(cast, '2026-07-01T21:00:00.000Z', 'Europe/London')],
    });
    const calendar = await exported(test, { at });
    const [event] = partsOf(calendar, 'VEVENT');
    if (event === undefined) throw new Error('There is no event');
    const start = event.properties.find(({ name }) => name === 'DTSTART');
    // The machine of the tests is set to Chatham: its digits would show here.
    expect(start).toMatchObject({
      parameters: { TZID: 'Europe/London' },
      value: '20260701T220000',
    });
    expect(valueOf(event, 'DTEND')).toBe('20260701T233000');
    expect(valueOf(event, 'DTSTAMP')).toBe('20261124T092000Z');
    expect(valueOf(event, 'UID')).toBe(`${deployments[0]?.id}@slipway`);
    expect(textOf(event, 'SUMMARY')).toBe('Payments 4.2 → prod-eu');
    expect(textOf(event, 'LOCATION')).toBe('prod-eu, eu');
    expect(valueOf(event, 'STATUS')).toBe('TENTATIVE');
    expect(textOf(event, 'DESCRIPTION')).toMatch(/^Minor release, in planning\nStarts Wed 1 Jul/);
  });

  it('tells the change in another system, its number and its address', async () => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    const { id } = await aRelease(test, cast);
    const change = { changeNumber: 'CHG0012345', changeUrl: 'https://change.example/CHG0012345' };
    await test.call('releases.update', { id, ...change }, cast.mara.id);
    const [event] = partsOf(await exported(test, { at }), 'VEVENT');
    if (event === undefined) throw new Error('There is no event');
    expect(textOf(event, 'DESCRIPTION')?.split('\n')).toContain(
      'Change CHG0012345 (https://change.example/CHG0012345)',
    );
  });

  it('defines every zone its events name, also one that goes by another name there', async () => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    await aRelease(test, cast, {
      deployments: [
        inZone(cast, '2026-12-01T22:00:00.000Z', 'US/Eastern'),
        inZone(cast, '2026-12-02T22:00:00.000Z', 'Asia/Kolkata'),
        inZone(cast, '2026-12-03T22:00:00.000Z', 'UTC'),
      ],
    });
    const calendar = await exported(test, { at });
    const defined = partsOf(calendar, 'VTIMEZONE').map((zone) => valueOf(zone, 'TZID'));
    const events = partsOf(calendar, 'VEVENT');
    const starts = events.flatMap((event) =>
      event.properties.filter(({ name }) => name === 'DTSTART'),
    );
    expect(starts.map(({ parameters, value }) => [parameters['TZID'], value])).toEqual([
      ['America/New_York', '20261201T170000'],
      ['Asia/Kolkata', '20261203T033000'],
      ['Etc/UTC', '20261203T220000'],
    ]);
    expect(defined.toSorted()).toEqual(['America/New_York', 'Asia/Kolkata', 'Etc/UTC']);
  });

  it('gives the same bytes for the same facts, stamped with the newest change', async () => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    await aRelease(test, cast);
    const first = await test.call('calendar.exportIcs', {});
    test.advance(5 * 60_000);
    expect(await test.call('calendar.exportIcs', {})).toEqual(first);
    expect(first).toMatchObject({
      fileName: 'Payments deployments.ics',
      mediaType: 'text/calendar',
    });
    const [event] = partsOf(parseIcs(first.text), 'VEVENT');
    expect(event && valueOf(event, 'DTSTAMP')).toBe('20261124T092000Z');
  });

  it('names the head of the journal and leaves it where it was', async () => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    await aRelease(test, cast);
    const before = await test.call('workspace.verify', {});
    const calendar = await exported(test, { at });
    expect(valueOf(calendar, 'X-SLIPWAY-JOURNAL-HEAD')).toBe(before.head);
    expect(await test.call('workspace.verify', {})).toEqual(before);
  });

  it('leaves out what the span does not touch, and an end that is not after the start', async () => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    await aRelease(test, cast, {
      deployments: [
        inZone(cast, '2026-12-01T22:00:00.000Z', 'Europe/London', 0),
        inZone(cast, '2026-12-20T22:00:00.000Z', 'Europe/London'),
      ],
    });
    const calendar = await exported(test, { at, to: '2026-12-10T00:00:00.000Z' });
    const events = partsOf(calendar, 'VEVENT');
    expect(events).toHaveLength(1);
    expect(events[0] && valueOf(events[0], 'DTEND')).toBeUndefined();
  });

  it('is a calendar without events while nothing is planned', async () => {
    const test = startTestApp();
    await buildWorkspace(test);
    const calendar = await exported(test);
    expect(calendar.parts).toEqual([]);
    expect(valueOf(calendar, 'PRODID')).toBe('-//Slipway//Slipway//EN');
  });
});

const hostile = [
  'END:VEVENT BEGIN:VEVENT SUMMARY:second',
  'a\\nEND:VEVENT\\nBEGIN:VALARM',
  'ATTACH;FMTTYPE=text/html:https://evil.example/',
  'one; two, three \\ four: "five"',
  `${'🚢'.repeat(60)} long`,
  `${'ü'.repeat(150)}`,
  'a\u2028b\u2029c\u0085d\u000be\u001bf\u007fg',
  '\u202eevil\u202c \u2066inside\u2069',
  'tab\there',
  'half \ud83d of a pair',
];

describe('an exported calendar with hostile text', () => {
  it.each(hostile)('keeps %j within the one event it is in', async (title) => {
    const test = startTestApp();
    const cast = await buildWorkspace(test, { name: title.slice(0, 200) });
    await test.call(
      'environments.save',
      { id: cast.production.id, name: title, kind: 'production', region: 'eu' },
      cast.mara.id,
    );
    await aRelease(test, cast, {
      name: title,
      deployments: [
        {
          ...inZone(cast, '2026-12-01T22:00:00.000Z', 'Europe/London'),
          region: title.slice(0, 60),
        },
      ],
    });
    const calendar = await exported(test, { at });
    expect(calendar.parts.map(({ name }) => name)).toEqual(['VTIMEZONE', 'VEVENT']);
    const [event] = partsOf(calendar, 'VEVENT');
    expect(event?.parts).toEqual([]);
    expect(event?.properties.map(({ name }) => name)).toEqual([
      'UID',
      'SEQUENCE',
      'DTSTAMP',
      'DTSTART',
      'DTEND',
      'SUMMARY',
      'TRANSP',
      'LOCATION',
      'DESCRIPTION',
      'STATUS',
    ]);
    expect(calendar.properties.map(({ name }) => name)).toEqual([
      'VERSION',
      'PRODID',
      'X-WR-CALNAME',
      'X-SLIPWAY-AS-OF',
      'X-SLIPWAY-JOURNAL-HEAD',
    ]);
  });

  it('gives the words back as they were typed', async () => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    const name = 'one; two, three \\ four: "five" and \\n six';
    await aRelease(test, cast, { name });
    const [event] = partsOf(await exported(test, { at }), 'VEVENT');
    expect(event && textOf(event, 'SUMMARY')).toBe(`${name} → prod-eu`);
  });
});

describe('the name of an exported file', () => {
  it.each([
    ['Payments 4.2', 'Payments 4.2 dossier.html'],
    ['../../etc/passwd', 'etc passwd dossier.html'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j dossier.html'],
    ['evil\u202elmth.exe', 'evil lmth.exe dossier.html'],
    ['   ', 'dossier.html'],
  ])('is safe for %j', (title, expected) => {
    expect(fileName(title, 'dossier', 'html')).toBe(expected);
  });

  it('fits the shortest limit of common disks and never ends in half a character', () => {
    const name = fileName('🚢'.repeat(300), 'dossier', 'html');
    expect(Buffer.byteLength(name)).toBeLessThan(255);
    expect(name.isWellFormed()).toBe(true);
  });
});
