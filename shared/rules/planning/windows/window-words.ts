import type { WindowTimes } from '#shared/model/planning/windows.ts';
import { readRecurrence } from './recurrence-text.ts';
import type { NthDay, Recurrence } from './recurrence-text.ts';
import { wallMs, wallOf } from './wall-clock.ts';
import { formatAge, zoneName } from '../zoned-time.ts';

const dayMs = 86_400_000;
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'],
  ...['October', 'November', 'December'],
];

/** When a window is: `every Friday 17:00 to Monday 08:00 London`, `Fri 27 Nov 2026 17:00 to …`. */
export function windowInWords(times: WindowTimes): string {
  const { startWall, endWall, recurrence, zone } = times;
  const place = zoneName(zone);
  const start = startWall.slice(11);
  if (recurrence === '') return `${onDate(startWall)} ${start} to ${onceEnd(times)} ${place}`;
  const read = readRecurrence(recurrence, zone);
  if (!read.ok) return `${onDate(startWall)} ${start}, and by the rule ${recurrence}`;
  const how = recurrenceInWords(read.rule, startWall);
  const { count, until } = read.rule;
  const ends =
    count === null
      ? until === null
        ? ''
        : `, until ${onDate(wallOf(until))}`
      : timesInWords(count);
  if (how === null) return `by the rule ${recurrence}, from ${onDate(startWall)} ${start} ${place}`;
  const day = Math.floor(wallMs(endWall) / dayMs) - Math.floor(wallMs(startWall) / dayMs);
  const end = endOf(endWall, day, read.rule);
  if (start === '00:00' && end === 'midnight') return `${how}, all day, ${place}${ends}`;
  return `${how} ${start} to ${end} ${place}${ends}`;
}

function timesInWords(count: number): string {
  return count === 1 ? ', once' : `, ${count} times`;
}

function onceEnd({ startWall, endWall }: WindowTimes): string {
  const time = endWall.slice(11);
  return startWall.slice(0, 10) === endWall.slice(0, 10) ? time : `${onDate(endWall)} ${time}`;
}

function endOf(endWall: string, daysLater: number, rule: Recurrence): string {
  const time = endWall.slice(11);
  if (daysLater === 0) return time;
  if (daysLater === 1 && time === '00:00') return 'midnight';
  const isOneDay = rule.days.length === 1 || (rule.freq === 'WEEKLY' && rule.days.length === 0);
  if (isOneDay && daysLater < 7) return `${weekdays[weekdayOf(endWall) - 1]} ${time}`;
  if (rule.freq === 'YEARLY' && rule.days.length === 0) {
    return `${Number(endWall.slice(8, 10))} ${monthOf(endWall)} ${time}`;
  }
  return daysLater === 1 ? `${time} the next day` : `${time}, ${daysLater} days later,`;
}

/** How it comes again; null for rules that only their own text can say. */
function recurrenceInWords(rule: Recurrence, startWall: string): string | null {
  const { freq, interval, months: inMonths, monthDays, days, yearDays, weeks } = rule;
  const odd = [yearDays, weeks, rule.positions, rule.hours, rule.minutes];
  if (odd.some((list) => list.length > 0)) return null;
  const plain = inMonths.length === 0 && monthDays.length === 0 && days.length === 0;
  if (freq === 'HOURLY') return plain ? `${every(interval, 'hour')}, first` : null;
  if (freq === 'DAILY') return plain ? every(interval, 'day') : null;
  if (freq === 'WEEKLY') {
    if (inMonths.length > 0) return null;
    const named = days.length > 0 ? days : [{ day: weekdayOf(startWall), nth: null }];
    const list = joined(named.map(({ day }) => weekdays[day - 1] ?? ''));
    return interval === 1 ? `every ${list}` : `every ${interval} weeks on ${list}`;
  }
  if (freq === 'MONTHLY') {
    const on = inMonths.length > 0 ? null : dayOfMonth(rule, startWall);
    return on === null ? null : `${every(interval, 'month')} on ${on}`;
  }
  const month = inMonths[0] === undefined ? monthOf(startWall) : months[inMonths[0] - 1];
  const [nth] = days;
  if (inMonths.length > 1 || days.length > 1 || monthDays.length > 1) return null;
  if (nth !== undefined) {
    const fits = nth.nth !== null && inMonths.length === 1 && monthDays.length === 0;
    return fits ? `${every(interval, 'year')} on ${nthInWords(nth)} of ${month}` : null;
  }
  const [date = Number(startWall.slice(8, 10))] = monthDays;
  return date < 1 ? null : `${every(interval, 'year')} on ${date} ${month}`;
}

function dayOfMonth({ days, monthDays }: Recurrence, startWall: string): string | null {
  if (days.length > 0) {
    if (monthDays.length > 0 || days.some(({ nth }) => nth === null)) return null;
    return joined(days.map(nthInWords));
  }
  const dates = monthDays.length > 0 ? monthDays : [Number(startWall.slice(8, 10))];
  return joined(dates.map(dateInWords));
}

function dateInWords(date: number): string {
  if (date === -1) return 'the last day';
  return date > 0 ? `day ${date}` : `the ${ordinal(-date)} day from the end`;
}

function nthInWords({ day, nth }: NthDay): string {
  const name = weekdays[day - 1] ?? '';
  if (nth === null) return name;
  if (nth === -1) return `the last ${name}`;
  return nth > 0 ? `the ${ordinal(nth)} ${name}` : `the ${ordinal(-nth)} ${name} from the end`;
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth'];

function ordinal(place: number): string {
  return ordinals[place - 1] ?? `${place}th`;
}

function every(interval: number, unit: string): string {
  return interval === 1 ? `every ${unit}` : `every ${interval} ${unit}s`;
}

function joined(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

function weekdayOf(wall: string): number {
  return new Date(wallMs(wall)).getUTCDay() || 7;
}

function monthOf(wall: string): string {
  return months[Number(wall.slice(5, 7)) - 1] ?? '';
}

/** `Fri 27 Nov 2026`: always with the year, since it is read long after it was written. */
function onDate(wall: string): string {
  const weekday = (weekdays[weekdayOf(wall) - 1] ?? '').slice(0, 3);
  const year = wall.slice(0, 4);
  return `${weekday} ${Number(wall.slice(8, 10))} ${monthOf(wall).slice(0, 3)} ${year}`;
}

/** How long it lasts by the wall clock: `2 d 15 h`. */
export function lengthInWords({ startWall, endWall }: WindowTimes): string {
  return formatAge(`${startWall}:00Z`, `${endWall}:00Z`);
}

/** `Fri 27 Nov 2026 17:00`. */
export function wallInWords(wall: string): string {
  return `${onDate(wall)} ${wall.slice(11)}`;
}
