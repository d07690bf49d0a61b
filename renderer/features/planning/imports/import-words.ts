import type { Output } from '#shared/contract/index.ts';
import type { SheetField, SheetKind } from '#shared/model/planning/imports.ts';

export type Preview = Output<'imports.preview'>;

export const kindWords: Readonly<Record<SheetKind, string>> = {
  releases: 'Releases',
  windows: 'Windows and freezes',
  people: 'People',
};

const nouns: Readonly<Record<SheetKind, readonly [one: string, several: string]>> = {
  releases: ['release', 'releases'],
  windows: ['window', 'windows'],
  people: ['person', 'people'],
};

const shared: Readonly<Record<SheetField, string>> = {
  name: 'Name',
  changeNumber: 'Change number',
  type: 'Type',
  owner: 'Owner',
  services: 'Services',
  versions: 'Versions',
  environment: 'Environment',
  region: 'Region',
  start: 'Start date',
  startTime: 'Start time',
  end: 'End date',
  endTime: 'End time',
  zone: 'Time zone',
  duration: 'Duration',
  phase: 'Phase',
  notes: 'Notes',
  windowKind: 'Kind',
  recurrence: 'Recurrence',
  email: 'E-mail',
  roles: 'Roles',
  team: 'Team',
};

export function fieldWord(field: SheetField): string {
  return shared[field];
}

/** `12 releases`. */
export function counted(kind: SheetKind, count: number): string {
  return `${count.toLocaleString('en')} ${nouns[kind][count === 1 ? 0 : 1]}`;
}

/** `Import 12 releases and change 3`. */
export function actionWords({ reading: { kind }, counts }: Preview): string {
  if (counts.new === 0) {
    return counts.changed === 0 ? `Import ${kind}` : `Change ${counted(kind, counts.changed)}`;
  }
  const changed = counts.changed === 0 ? '' : ` and change ${counts.changed.toLocaleString('en')}`;
  return `Import ${counted(kind, counts.new)}${changed}`;
}

/** What was done, for the toast. */
export function doneWords({ kind, counts }: Output<'imports.apply'>): string {
  const parts = [
    counts.new > 0 && `${counted(kind, counts.new)} imported`,
    counts.changed > 0 &&
      `${counts.new > 0 ? counts.changed.toLocaleString('en') : counted(kind, counts.changed)} changed`,
  ];
  return parts.filter((part) => typeof part === 'string').join(', ');
}
