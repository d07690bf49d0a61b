import type { AbsenceEffect } from '#shared/model/planning/bookings.ts';

/** `Jon Bell is away; 1 release starts and 2 gates are due that nobody else can decide` */
export function savedInWords(name: string, { releases, gates }: AbsenceEffect): string {
  const parts = [
    counted(releases.length, 'release starts', 'releases start', ' meanwhile'),
    counted(gates.length, 'gate is due', 'gates are due', ' that nobody else can decide'),
  ].filter((part) => part !== '');
  return parts.length === 0 ? `${name} is away` : `${name} is away; ${parts.join(' and ')}`;
}

function counted(count: number, one: string, many: string, more = ''): string {
  return count === 0 ? '' : `${count} ${count === 1 ? one : many}${more}`;
}
