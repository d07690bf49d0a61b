import type { ReleaseType } from '#shared/model/planning/releases.ts';
import type { WindowKind } from '#shared/model/planning/windows.ts';
import { zone as zoneSchema } from '#shared/model/primitives.ts';
import { oneLine, plainWord, wordFinder } from '../../workspace/word-finder.ts';
import { readRecurrence, writeRecurrence } from '../windows/recurrence-text.ts';

export const typeOfWord = wordFinder<ReleaseType>({
  major: ['major', 'major release', 'maj'],
  minor: ['minor', 'minor release', 'min', 'feature', 'feature release', 'normal', 'standard'],
  patch: ['patch', 'patch release', 'maintenance', 'bugfix', 'bug fix', 'fix', 'service pack'],
  hotfix: ['hotfix', 'hot fix', 'quick fix', 'urgent'],
  emergency: ['emergency', 'emergency release', 'emergency change', 'ecab', 'break fix'],
});

export const kindOfWord = wordFinder<WindowKind>({
  deployment: ['deployment', 'deployment window', 'deploy', 'release window', 'change window'],
  qa: ['qa', 'qa window', 'test', 'testing', 'test window', 'uat', 'regression'],
  maintenance: ['maintenance', 'maintenance window', 'downtime', 'outage'],
  'hard-freeze': [
    ...['hard freeze', 'freeze', 'change freeze', 'code freeze', 'full freeze', 'blackout'],
    ...['lockdown', 'embargo', 'frozen', 'hard'],
  ],
  'soft-freeze': ['soft freeze', 'soft', 'restricted', 'partial freeze', 'chill', 'brownout'],
  peak: ['peak', 'peak period', 'peak time', 'peak season', 'busy period', 'high season'],
  holiday: ['holiday', 'public holiday', 'bank holiday', 'feiertag'],
});

/** Where a row says what a release has come to. */
export const standingOfWord = wordFinder<'planning' | 'going on' | 'over'>({
  planning: ['planning', 'planned', 'new', 'draft', 'scheduled', 'open', 'proposed', 'to do'],
  'going on': [
    ...['build', 'readiness', 'deployment', 'post release', 'in progress', 'approved'],
    ...['building', 'testing', 'ready', 'deploying', 'on hold', 'requested', 'in review'],
  ],
  over: [
    ...['closed', 'done', 'released', 'deployed', 'complete', 'completed', 'cancelled', 'live'],
    ...['canceled', 'rolled back', 'finished', 'implemented', 'successful', 'failed', 'withdrawn'],
  ],
});

const shortZones: Readonly<Record<string, string>> = {
  z: 'UTC',
  utc: 'UTC',
  gmt: 'UTC',
  bst: 'Europe/London',
  uk: 'Europe/London',
  cet: 'Europe/Berlin',
  cest: 'Europe/Berlin',
  mez: 'Europe/Berlin',
  ist: 'Asia/Kolkata',
  et: 'America/New_York',
  est: 'America/New_York',
  edt: 'America/New_York',
  ct: 'America/Chicago',
  cst: 'America/Chicago',
  cdt: 'America/Chicago',
  pt: 'America/Los_Angeles',
  pst: 'America/Los_Angeles',
  pdt: 'America/Los_Angeles',
};

/** City to zone, made on first use: `london`, `new york`. */
let cities: Map<string, string> | null = null;

function zoneOfCity(word: string): string | null {
  cities ??= new Map(
    Intl.supportedValuesOf('timeZone').map((name) => [
      plainWord(name.split('/').at(-1) ?? name),
      name,
    ]),
  );
  return cities.get(word) ?? null;
}

/** A zone by its name, its city or its usual letters; null where it is none. */
export function zoneOfWord(cell: string): string | null {
  const text = oneLine(cell.slice(0, 100));
  const word = plainWord(text);
  const short = shortZones[word];
  if (short !== undefined) return short;
  const city = zoneOfCity(word);
  if (city !== null) return city;
  if (!text.includes('/')) return null;
  return zoneSchema.safeParse(text).success ? text : null;
}

/** `90`, `1:30`, `2 h 30 min`, `1.5 hours`, `1 day`, in minutes; null where it is none. */
export function minutesOf(cell: string, unit: 'minutes' | 'hours'): number | null {
  const text = oneLine(cell.slice(0, 60)).toLowerCase().replace(',', '.');
  if (/^\d+(?:\.\d+)?$/.test(text)) return whole(Number(text) * (unit === 'hours' ? 60 : 1));
  const clock = /^(\d{1,3}):([0-5]\d)(?::\d{2})?$/.exec(text);
  if (clock !== null) return Number(clock[1]) * 60 + Number(clock[2]);
  const part = /(\d+(?:\.\d+)?)\s*(days?|d|hours?|hrs?|h|minutes?|mins?|min|m)\b\.?/y;
  let minutes = 0;
  let at = 0;
  while (at < text.length) {
    part.lastIndex = at;
    const found = part.exec(text);
    if (found === null) return null;
    const [all, count = '', word = ''] = found;
    minutes += Number(count) * (word.startsWith('d') ? 1440 : word.startsWith('h') ? 60 : 1);
    at += all.length;
    while (text[at] === ' ') at += 1;
  }
  return at === 0 ? null : whole(minutes);
}

function whole(minutes: number): number | null {
  const rounded = Math.round(minutes);
  return rounded >= 0 && rounded <= 100_000 ? rounded : null;
}

const recurrenceWords = wordFinder<string>({
  '': ['', 'no', 'none', 'once', 'never', 'n', 'one off', 'single', 'does not repeat'],
  'FREQ=DAILY': ['daily', 'every day', 'day'],
  'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR': ['weekdays', 'every weekday', 'working days', 'workdays'],
  'FREQ=WEEKLY': ['weekly', 'every week', 'week', 'w'],
  'FREQ=WEEKLY;INTERVAL=2': [
    'biweekly',
    'bi weekly',
    'fortnightly',
    'every two weeks',
    'every 2 weeks',
  ],
  'FREQ=MONTHLY': ['monthly', 'every month', 'month'],
  'FREQ=MONTHLY;INTERVAL=3': ['quarterly', 'every quarter', 'quarter'],
  'FREQ=YEARLY': ['yearly', 'annually', 'every year', 'annual', 'year'],
});
const dayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const dayStems = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** A rule by which a window comes again; null where the words or the rule cannot be read. */
export function recurrenceOf(cell: string): string | null {
  const text = oneLine(cell.slice(0, 600)).replace(/^RRULE:/i, '');
  const known = recurrenceWords(text);
  if (known !== null) return known;
  const days = /^every ((?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*(?:, | and | & |,)?)+)$/i.exec(
    text,
  )?.[1];
  if (days !== undefined) {
    const codes = days
      .split(/,| and | & /i)
      .map((day) => dayCodes[dayStems.indexOf(day.trim().slice(0, 3).toLowerCase())] ?? '');
    return `FREQ=WEEKLY;BYDAY=${[...new Set(codes)].filter(Boolean).join(',')}`;
  }
  if (text.length > 500) return null;
  const read = readRecurrence(text, 'UTC');
  return read.ok ? writeRecurrence(read.rule) : null;
}
