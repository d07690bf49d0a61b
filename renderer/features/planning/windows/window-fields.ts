import type { Input } from '#shared/contract/index.ts';
import type { Window, WindowKind } from '#shared/model/planning/windows.ts';
import {
  choiceOfRule,
  emptyChoice,
  ruleOfChoice,
} from '#shared/rules/planning/windows/recurrence-choice.ts';
import type { RecurrenceChoice } from '#shared/rules/planning/windows/recurrence-choice.ts';
import { dateIn, plusDays } from '#shared/rules/planning/zoned-time.ts';

/** The form of a window: the recurrence lies flat, so that switching between kinds loses nothing typed. */
export type WindowFields = RecurrenceChoice & {
  name: string;
  kind: WindowKind;
  zone: string;
  startDate: string;
  startTime: string;
  endDate: string;
  endTime: string;
  serviceIds: string[];
  environmentIds: string[];
  /** Regions as typed, with commas between. */
  regions: string;
  authorityId: string;
  note: string;
};

export function fieldsOf(
  window: Window | null,
  around: { zone: string; now: string },
): WindowFields {
  if (window === null) return newFields(around);
  const { name, kind, zone, startWall, endWall, recurrence, note } = window;
  const [startDate = '', startTime = ''] = startWall.split('T');
  const [endDate = '', endTime = ''] = endWall.split('T');
  return {
    ...choiceOfRule(recurrence, startWall, zone),
    ...{ name, kind, zone, startDate, startTime, endDate, endTime, note },
    serviceIds: window.serviceIds,
    environmentIds: window.environmentIds,
    regions: window.regions.join(', '),
    authorityId: window.authorityId ?? '',
  };
}

/** Tomorrow evening, until people say when. */
function newFields({ zone, now }: { zone: string; now: string }): WindowFields {
  const date = plusDays(dateIn(now, zone), 1);
  return {
    ...emptyChoice(),
    ...{ name: '', kind: 'soft-freeze', zone, note: '', authorityId: '', regions: '' },
    ...{ startDate: date, startTime: '20:00', endDate: date, endTime: '23:00' },
    ...{ serviceIds: [], environmentIds: [] },
  };
}

type Times = Pick<Window, 'zone' | 'startWall' | 'endWall' | 'recurrence'>;

export function timesOf(fields: WindowFields): Times {
  const startWall = `${fields.startDate}T${fields.startTime}`;
  return {
    zone: fields.zone,
    startWall,
    endWall: `${fields.endDate}T${fields.endTime}`,
    recurrence: ruleOfChoice(fields, startWall),
  };
}

/** What is asked of the core while somebody types: everything but the name and the note. */
export function draftOf(fields: WindowFields): NonNullable<Input<'windows.impact'>['window']> {
  const { kind, serviceIds, environmentIds } = fields;
  return { kind, ...timesOf(fields), serviceIds, environmentIds, regions: regionsOf(fields) };
}

export function valuesOf(fields: WindowFields): Input<'windows.create'> {
  const { name, note, authorityId, kind } = fields;
  const hasAuthority = kind === 'hard-freeze' && authorityId !== '';
  return { name, note, ...draftOf(fields), authorityId: hasAuthority ? authorityId : null };
}

function regionsOf({ regions }: WindowFields): string[] {
  return regions
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** Where in the form the core's messages about times stand. */
export const fieldOfMessage: Readonly<Record<string, keyof WindowFields>> = {
  startWall: 'startDate',
  endWall: 'endDate',
  recurrence: 'every',
};
