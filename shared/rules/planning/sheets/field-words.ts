import type { SheetField, SheetKind, sheetFields } from '#shared/model/planning/imports.ts';
import { plainWord, wordFinder } from '../../workspace/word-finder.ts';

const shared = {
  start: [
    ...['start', 'start date', 'date', 'planned start', 'planned start date', 'planned date'],
    ...['go live', 'go live date', 'golive', 'live date', 'release date', 'deployment date'],
    ...['deploy date', 'deployment', 'target date', 'scheduled start', 'scheduled date', 'from'],
    ...['begin', 'begins', 'starts', 'when', 'start date time', 'start datetime', 'implementation'],
    ...['implementation date', 'prod date', 'production date', 'planned start date time'],
    ...['planned', 'planned for', 'start at', 'first day', 'datum', 'beginn', 'starts at'],
  ],
  startTime: [
    ...['time', 'start time', 'planned time', 'planned start time', 'go live time', 'from time'],
    ...['deployment time', 'release time', 'at', 'hour', 'uhrzeit', 'scheduled time'],
  ],
  end: [
    ...['end', 'end date', 'planned end', 'planned end date', 'finish', 'to', 'until', 'ends'],
    ...['scheduled end', 'end date time', 'end datetime', 'last day', 'ende', 'through', 'ends at'],
    ...['finish date', 'planned finish', 'till'],
  ],
  endTime: ['end time', 'planned end time', 'to time', 'until time', 'finish time'],
  zone: ['zone', 'time zone', 'timezone', 'tz', 'zeitzone'],
  services: [
    ...['service', 'services', 'system', 'systems', 'application', 'applications', 'app', 'apps'],
    ...['component', 'components', 'product', 'products', 'affected services', 'scope services'],
    ...['affected systems', 'configuration item', 'ci', 'dienst'],
  ],
  environment: [
    ...['environment', 'environments', 'env', 'envs', 'target environment', 'stage', 'target'],
    ...['umgebung', 'landscape'],
  ],
  region: ['region', 'regions', 'location', 'site', 'country', 'market', 'geography', 'geo'],
  notes: [
    ...['notes', 'note', 'comment', 'comments', 'description', 'remark', 'remarks', 'details'],
    ...['info', 'information', 'bemerkung', 'reason'],
  ],
};

type Words<K extends SheetKind> = Record<(typeof sheetFields)[K][number], readonly string[]>;

const releaseWords: Words<'releases'> = {
  ...shared,
  name: [
    ...['release', 'release name', 'name', 'title', 'release title', 'releases', 'change'],
    ...['change title', 'change name', 'subject', 'project', 'deliverable', 'short description'],
    ...['summary', 'change summary'],
  ],
  changeNumber: [
    ...['change number', 'change no', 'change id', 'change ticket', 'change ref', 'chg', 'rfc'],
    ...['chg number', 'change request', 'cr', 'crq', 'rfc number', 'ticket', 'change record'],
    ...['change reference', 'number', 'ref', 'reference', 'cr number', 'id', 'key'],
  ],
  type: ['type', 'release type', 'kind', 'category', 'change type', 'class', 'typ'],
  owner: [
    ...['owner', 'release owner', 'release manager', 'manager', 'responsible', 'lead', 'rm'],
    ...['assignee', 'assigned to', 'contact', 'accountable', 'coordinator', 'release lead'],
    ...['change owner', 'verantwortlich'],
  ],
  versions: ['version', 'versions', 'service version', 'build', 'release version', 'ver'],
  duration: [
    ...['duration', 'length', 'planned duration', 'minutes', 'duration min', 'duration minutes'],
    ...['hours', 'duration hours', 'duration h', 'downtime', 'window length', 'dauer', 'mins'],
  ],
  phase: ['phase', 'status', 'state', 'release status', 'release phase', 'release state'],
};

const windowWords: Words<'windows'> = {
  ...shared,
  name: [
    ...['name', 'window', 'window name', 'title', 'freeze', 'freeze name', 'event', 'period'],
    ...['label', 'holiday', 'subject'],
  ],
  windowKind: [
    ...['kind', 'type', 'window kind', 'window type', 'category', 'freeze type', 'class'],
  ],
  recurrence: [
    ...['recurrence', 'repeat', 'repeats', 'rrule', 'rule', 'frequency', 'recurs', 'pattern'],
    ...['recurring', 'cadence'],
  ],
};

const personWords: Words<'people'> = {
  name: [
    ...['name', 'person', 'full name', 'display name', 'user', 'people', 'who', 'employee'],
    ...['member', 'contact', 'colleague'],
  ],
  email: ['e mail', 'email', 'mail', 'e mail address', 'email address', 'address', 'login'],
  roles: ['role', 'roles', 'function', 'functions', 'job', 'job title', 'position', 'title'],
  team: ['team', 'teams', 'squad', 'group', 'department', 'unit', 'tribe'],
};

const finders: Readonly<Record<SheetKind, (text: string) => SheetField | null>> = {
  releases: wordFinder(releaseWords),
  windows: wordFinder(windowWords),
  people: wordFinder(personWords),
};

const tables: Readonly<Record<SheetKind, Partial<Record<SheetField, readonly string[]>>>> = {
  releases: releaseWords,
  windows: windowWords,
  people: personWords,
};

/** How well a heading fits a field: the words that say it best stand first. */
export function rankOf(kind: SheetKind, field: SheetField, heading: string): number {
  const rank = tables[kind][field]?.indexOf(bareHeading(heading)) ?? -1;
  return rank < 0 ? Number.POSITIVE_INFINITY : rank;
}

/** What a heading says a column is: `Planned start (UTC)*` as `planned start`. */
export function fieldOf(kind: SheetKind, heading: string): SheetField | null {
  return finders[kind](bareHeading(heading));
}

/** Without what stands in brackets, and without marks around the words. */
export function bareHeading(heading: string): string {
  return plainWord(
    heading
      .replace(/[([{][^)\]}]*[)\]}]/g, ' ')
      .replace(/#/g, ' number ')
      .replace(/[*:?!.,;/\\|"'“”]+/g, ' ')
      .slice(0, 200),
  );
}
