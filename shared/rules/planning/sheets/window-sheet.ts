import type { DateOrder, SheetDefaults } from '#shared/model/planning/imports.ts';
import { longText, shortText } from '#shared/model/primitives.ts';
import type { Window, WindowKind, WindowTimes } from '#shared/model/planning/windows.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { Environment, Service } from '#shared/model/workspace/services.ts';
import { changesOf, partsOfCell, quoted } from '../../workspace/pasted-table.ts';
import { clipped, oneLine } from '../../workspace/word-finder.ts';
import { wallMs } from '../windows/wall-clock.ts';
import { checkTimes } from '../windows/window-checks.ts';
import { formatDate, plusDays, zoneName } from '../zoned-time.ts';
import type { Lookup } from './lookup.ts';
import type { Draft, ReadThing } from './row-reader.ts';
import { readSpan } from './wall-times.ts';
import type { WallSpan } from './wall-times.ts';
import { kindOfWord, recurrenceOf } from './words-of-cells.ts';

export type KnownWindow = Omit<Window, 'changes' | 'uid' | 'authorityId'>;

/** What would be written of a row. */
export type WindowItem = Omit<KnownWindow, 'id' | 'rev'> & {
  known: { id: string; rev: number } | null;
};

export type WindowSurroundings = {
  byName: Lookup<KnownWindow>;
  /** Names, in lower case, that stand in the sheet more than once. */
  repeated: ReadonlySet<string>;
  services: Lookup<Service>;
  environments: Lookup<Environment>;
  serviceName: (id: string) => string;
  environmentName: (id: string) => string;
  defaults: SheetDefaults;
  dates: DateOrder | null;
};

/**
 * A row of a sheet as a window: matched by name and kind, and where several share these by their
 * start, since a freeze of one name comes each quarter.
 */
export function readWindow(
  draft: Draft,
  around: WindowSurroundings,
): ReadThing<WindowItem> | string {
  const named = shortText.safeParse(oneLine(draft.name ?? ''));
  if (!named.success) return `The name ${named.error.issues[0]?.message ?? 'does not fit'}.`;
  const kind = kindOfDraft(draft, named.data);
  if (kind === null) {
    const cell = draft.windowKind ?? '';
    return `${cell === '' ? 'There is no kind' : `${quoted(cell)} is no kind`}. Write deployment, QA, maintenance, hard freeze, soft freeze, peak or holiday.`;
  }
  const span = readSpan(draft, around.dates);
  if (typeof span === 'string') return span;
  const times = timesOf(span, around.defaults.zone);
  if (typeof times === 'string') return times;
  const cautions = [...span.cautions, ...times.cautions];
  const recurrence = recurrenceOf(draft.recurrence ?? '');
  if (recurrence === null) {
    return `${quoted(draft.recurrence ?? '')} cannot be read as a recurrence. Write weekly, every Friday, or a rule such as FREQ=WEEKLY;BYDAY=FR.`;
  }
  const checked = checkedTimes({ ...windowTimesOf(times), recurrence });
  if (typeof checked === 'string') return checked;
  const scope = scopeOf(draft, around);
  if (typeof scope === 'string') return scope;
  const note = longText.safeParse((draft.notes ?? '').replaceAll('\0', ''));
  if (!note.success) return 'The notes are longer than 20,000 characters. Shorten them.';
  const { zone, startWall, endWall } = checked;
  const known = findKnown(named.data, kind, startWall, around);
  const keep = <V>(cell: string | undefined, read: V, before: V | undefined): V =>
    before !== undefined && (cell === undefined || cell === '' || isSame(read, before))
      ? before
      : read;
  const item: WindowItem = {
    known: known === null ? null : { id: known.id, rev: known.rev },
    kind,
    name: known?.name ?? named.data,
    note: keep(draft.notes, note.data, known?.note),
    ...{ zone: span.zone === null ? (known?.zone ?? zone) : zone, startWall, endWall },
    recurrence: keep(draft.recurrence, recurrence, known?.recurrence),
    serviceIds: keep(draft.services, scope.serviceIds, known?.serviceIds),
    environmentIds: keep(draft.environment, scope.environmentIds, known?.environmentIds),
    regions: keep(draft.region, scope.regions, known?.regions),
  };
  const now = wordsOf(item, around);
  const before = known === null ? now : wordsOf(known, around);
  return {
    id: known?.id ?? null,
    name: item.name,
    item,
    facts: [kind.replaceAll('-', ' '), now.times, now.recurrence, now.scope, now.note].filter(
      (fact) => fact !== '',
    ),
    changes: changesOf([
      ['Times', before.times, now.times],
      ['Recurrence', before.recurrence || 'once', now.recurrence || 'once'],
      ['Scope', before.scope || 'everything', now.scope || 'everything'],
    ]).concat(
      known === null || known.note === item.note
        ? []
        : [{ what: 'Notes', from: before.note || 'none', to: now.note }],
    ),
    cautions,
    key: `${named.data.toLowerCase()} ${kind} ${startWall}`,
  };
}

/** A sheet of holidays need not say of each row that it is one. */
function kindOfDraft({ windowKind = '' }: Draft, name: string): WindowKind | null {
  if (windowKind !== '') return kindOfWord(windowKind);
  const words = name.toLowerCase();
  if (words.includes('soft freeze')) return 'soft-freeze';
  if (/\bfreeze\b/.test(words)) return 'hard-freeze';
  return /\bholiday\b/.test(words) ? 'holiday' : null;
}

function findKnown(
  name: string,
  kind: WindowKind,
  startWall: string,
  { byName, repeated }: WindowSurroundings,
): KnownWindow | null {
  const found = byName.all(name).filter((each) => each.kind === kind);
  const sameStart = found.find((each) => each.startWall === startWall);
  if (sameStart !== undefined || found.length !== 1) return sameStart ?? null;
  return repeated.has(name.toLowerCase()) ? null : (found[0] ?? null);
}

/** Lists say the same in any order. */
function isSame(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((each) => other.includes(each));
}

type Times = { zone: string; startWall: string; endWall: string; cautions: string[] };

function timesOf({ start, end, zone }: WallSpan, usual: string): Times | string {
  if (start === null) return 'There is no start. Give a date such as 2026-11-27.';
  const cautions: string[] = [];
  const allDay = start.time === null && (end === null || end.time === null);
  const from = start.time ?? '00:00';
  const startWall = `${start.date}T${from}`;
  // The last day of a freeze belongs to it.
  const last = end ?? start;
  const endWall =
    last.time === null || end === null
      ? `${plusDays(last.date, 1)}T00:00`
      : `${last.date}T${last.time}`;
  if (end === null && !allDay) {
    cautions.push('No end in the sheet: it lasts until midnight.');
  }
  if (wallMs(endWall) <= wallMs(startWall)) {
    return 'The end does not lie behind the start. Correct one of them.';
  }
  return { zone: zone ?? usual, startWall, endWall, cautions };
}

function windowTimesOf({ zone, startWall, endWall }: Times) {
  return { zone, startWall, endWall };
}

/** The times as windows keep them, or the sentence that says why they cannot be. */
function checkedTimes(times: WindowTimes): WindowTimes | string {
  try {
    return checkTimes(times);
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal.message;
    throw refusal;
  }
}

type Scope = Pick<WindowItem, 'serviceIds' | 'environmentIds' | 'regions'>;

const everything = /^(?:all|any|every|everything|global|\*|-)$/i;

function scopeOf(draft: Draft, { services, environments }: WindowSurroundings): Scope | string {
  const parts = (cell = '') =>
    everything.test(cell.trim()) ? [] : partsOfCell(cell.slice(0, 5_000));
  const scope: Scope = { serviceIds: [], environmentIds: [], regions: [] };
  for (const part of parts(draft.services)) {
    const service = services.one(part);
    if (service === null) {
      return `${quoted(part)} is no service of this workspace. Add it under Settings → Services, or correct the cell.`;
    }
    scope.serviceIds.push(service.id);
  }
  for (const part of parts(draft.environment)) {
    const environment = environments.one(part);
    if (environment === null) {
      return `${quoted(part)} is no environment of this workspace. Add it under Settings → Environments, or correct the cell.`;
    }
    scope.environmentIds.push(environment.id);
  }
  scope.regions = [...new Set(parts(draft.region))];
  if (scope.regions.some((region) => region.length > 60)) {
    return 'A region is longer than 60 characters. Shorten it.';
  }
  return scope;
}

function wordsOf(
  window: Omit<WindowItem, 'known'>,
  { serviceName, environmentName }: WindowSurroundings,
) {
  const { startWall, endWall, zone } = window;
  // With the year always: it is read beside dates of other years.
  const wall = (text: string) => `${formatDate(text.slice(0, 10), '0001-01-01')} ${text.slice(11)}`;
  const scope = [
    ...window.serviceIds.map(serviceName),
    ...window.environmentIds.map(environmentName),
    ...window.regions,
  ];
  return {
    times: `${wall(startWall)} – ${wall(endWall)} ${zoneName(zone)}`,
    recurrence: window.recurrence,
    scope: scope.join(', '),
    note: clipped(window.note),
  };
}
