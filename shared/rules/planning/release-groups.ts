import { riskBands } from '#shared/model/governance/risks.ts';
import type { TableGroup, TableRelease } from '#shared/model/planning/release-table.ts';
import { phases, releaseTypes } from '#shared/model/planning/releases.ts';
import { phaseNames } from './life.ts';
import type { RowNames } from './release-filter.ts';
import { dateIn } from './zoned-time.ts';

/** The group a row stands in. Groups are put in order by `order`, then by name. */
export type RowGroup = { key: string; label: string; order: number };

/**
 * The group of each row: what the phase, type, owner, first service, month of the start or risk band
 * says. Months are those of the zone the start is planned in.
 */
export function groupOf(row: TableRelease, by: TableGroup, names: RowNames): RowGroup {
  switch (by) {
    case 'phase':
      return { key: row.phase, label: phaseNames[row.phase], order: phases.indexOf(row.phase) };
    case 'type':
      return { key: row.type, label: capital(row.type), order: releaseTypes.indexOf(row.type) };
    case 'risk': {
      const { band } = row.risk;
      return { key: band, label: `${capital(band)} risk`, order: -riskBands.indexOf(band) };
    }
    case 'owner':
      return { key: row.ownerId, label: names.person(row.ownerId), order: 0 };
    case 'service': {
      const first = row.services[0];
      if (first === undefined) return { key: 'none', label: 'Ships no service', order: 1 };
      return { key: first.serviceId, label: names.service(first.serviceId), order: 0 };
    }
    case 'month':
      return monthGroup(row);
  }
}

function monthGroup({ start, zone }: TableRelease): RowGroup {
  if (start === null) return { key: 'none', label: 'No start planned', order: Infinity };
  const month = monthIn(start, zone ?? 'UTC');
  const [year, number] = month.split('-').map(Number);
  return {
    key: month,
    label: `${months[(number ?? 1) - 1]} ${year}`,
    order: (year ?? 0) * 12 + (number ?? 0),
  };
}

/** Zones are asked on the first and last days of a month alone: on the others all of them agree. */
function monthIn(ms: number, zone: string): string {
  const text = new Date(ms).toISOString();
  const day = Number(text.slice(8, 10));
  return day > 1 && day < 28 ? text.slice(0, 7) : dateIn(text, zone).slice(0, 7);
}

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August'],
  ...['September', 'October', 'November', 'December'],
];

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
