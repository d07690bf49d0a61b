import type { ValueKind } from '#shared/model/measures/terms.ts';

/** A value as people read it: `12.5 %`, `3 h 20 min`, `1.5 a week`. A share comes as 0 to 1. */
export function valueInWords(value: number, valueIn: ValueKind): string {
  switch (valueIn) {
    case 'share':
      return `${rounded(value * 100)} %`;
    case 'minutes':
      return minutesInWords(value);
    case 'aWeek':
      return `${rounded(value)} a week`;
    case 'aDay':
      return `${rounded(value)} a day`;
    case 'daysAWeek':
      return `${rounded(value)} ${value === 1 ? 'day' : 'days'} a week`;
    case 'count':
      return rounded(value);
  }
}

/** `45 min`, `3 h 20 min`, `2 d 4 h`: the two largest parts, cut off. */
export function minutesInWords(minutes: number): string {
  const whole = Math.floor(minutes);
  if (whole < 60) return `${whole} min`;
  if (whole < 1440) return parts(Math.floor(whole / 60), 'h', whole % 60, 'min');
  return parts(Math.floor(whole / 1440), 'd', Math.floor((whole % 1440) / 60), 'h');
}

function parts(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}

/** One decimal, and none where it would be 0. */
function rounded(value: number): string {
  return (Math.round(value * 10) / 10).toLocaleString('en');
}
