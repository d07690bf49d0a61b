import type { DateOrder } from '#shared/model/planning/imports.ts';
import { longText, shortText } from '#shared/model/primitives.ts';
import type { Component, Deployment, Phase, ReleaseType } from '#shared/model/planning/releases.ts';
import type { Person } from '#shared/model/workspace/people.ts';
import type { Service } from '#shared/model/workspace/services.ts';
import { quoted } from '../../workspace/pasted-table.ts';
import { oneLine } from '../../workspace/word-finder.ts';
import { joinedDraft, mostJoined } from './joined-rows.ts';
import type { Lookup } from './lookup.ts';
import { releaseWords } from './release-words.ts';
import { readServices } from './release-services.ts';
import type { NamedService } from './release-services.ts';
import { readStart } from './release-start.ts';
import type { PlannedRow, StartSurroundings } from './release-start.ts';
import type { Draft, ReadThing } from './row-reader.ts';
import { readSpan } from './wall-times.ts';
import { standingOfWord, typeOfWord } from './words-of-cells.ts';

/** A release that is there, as far as a sheet can change it. */
export type KnownRelease = {
  id: string;
  rev: number;
  name: string;
  type: ReleaseType;
  phase: Phase;
  ownerId: string;
  changeNumber: string;
  notes: string;
  components: readonly Component[];
  deployments: readonly Deployment[];
};

export type ReleaseFields = {
  name: string;
  ownerId: string;
  changeNumber: string;
  notes: string;
};

/** What would be written of a row; of a release that is there, what it names of services is added. */
export type ReleaseItem = {
  known: { id: string; rev: number } | null;
  type: ReleaseType;
  fields: ReleaseFields;
  components: { serviceId: string; version: string }[];
  deployment: PlannedRow | null;
};

export type ReleaseSurroundings = StartSurroundings & {
  byNumber: Lookup<KnownRelease>;
  byName: Lookup<KnownRelease>;
  people: Lookup<Person>;
  /** Names by id, also of whoever left. */
  personName: (id: string) => string;
  services: Lookup<Service>;
  environmentName: (id: string) => string;
  serviceName: (id: string) => string;
  dates: DateOrder | null;
};

/** A row of a sheet as a release, or several rows of it: matched by change number, else by name. */
export function readRelease(
  drafts: readonly Draft[],
  around: ReleaseSurroundings,
): ReadThing<ReleaseItem> | string {
  const draft = oneDraft(drafts);
  if (typeof draft === 'string') return draft;
  const changeNumber = oneLine(draft.changeNumber ?? '');
  if (changeNumber.length > 60)
    return 'The change number is longer than 60 characters. Shorten it.';
  const known = findKnown(changeNumber, oneLine(draft.name ?? ''), around);
  if (typeof known === 'string') return known;
  const typed = oneLine(draft.name ?? '') || (known?.name ?? '');
  const named = shortText.safeParse(typed);
  if (!named.success) return `The name ${named.error.issues[0]?.message ?? 'does not fit'}.`;
  // Written in other capitals it is the same name.
  const isSame = known?.name.toLowerCase() === named.data.toLowerCase();
  const name = isSame ? (known?.name ?? named.data) : named.data;
  const cautions: string[] = [];
  const standing = checkStanding(draft.phase ?? '', known, cautions);
  if (standing !== null) return standing;
  const type = typeOf(draft.type ?? '', known, around, cautions);
  if (type === null) {
    return `${quoted(draft.type ?? '')} is no type. Write major, minor, patch, hotfix or emergency.`;
  }
  const ownerId = ownerOf(draft.owner ?? '', known, around);
  if (ownerId === null) {
    return `${quoted(draft.owner ?? '')} is nobody, or more than one person, of this workspace. Add them under Settings → People, or correct the cell.`;
  }
  const notes = notesOf(draft.notes ?? '', known);
  if (notes === null) return 'The notes are longer than 20,000 characters. Attach a file instead.';
  const services = servicesOf(drafts, around.services);
  if (typeof services === 'string') return services;
  const span = readSpan(draft, around.dates);
  if (typeof span === 'string') return span;
  const start = readStart(draft, span, known?.deployments ?? [], around);
  if (typeof start === 'string') return start;
  cautions.push(...span.cautions, ...start.cautions);
  const item: ReleaseItem = {
    known: known === null ? null : { id: known.id, rev: known.rev },
    type: known?.type ?? type,
    fields: { name, ownerId, changeNumber: changeNumber || (known?.changeNumber ?? ''), notes },
    components: versionsOf(services, known, cautions),
    deployment: start.planned,
  };
  const { facts, changes } = releaseWords(item, known, start.before, around);
  if (known?.phase === 'closed' && changes.length > 0) {
    return `${known.name} is closed, so it stays as it was. Leave the row out, or give a new release another name.`;
  }
  const key = changeNumber === '' ? name.toLowerCase() : `#${changeNumber.toLowerCase()}`;
  return { id: known?.id ?? null, name, item, facts, changes, cautions, key };
}

function oneDraft([first = {}, ...others]: readonly Draft[]): Draft | string {
  if (others.length >= mostJoined) {
    return `More than ${mostJoined} rows of one release are not joined. Name several services in one row.`;
  }
  return others.reduce<Draft | string>(
    (joined, next) => (typeof joined === 'string' ? joined : joinedDraft(joined, next)),
    first,
  );
}

/** Each service once: a row that names one again adds nothing, or says something else of it. */
function servicesOf(
  drafts: readonly Draft[],
  known: ReleaseSurroundings['services'],
): NamedService[] | string {
  const all: NamedService[] = [];
  for (const [at, draft] of drafts.entries()) {
    const named = readServices(draft, known);
    if (typeof named === 'string') return named;
    if (at > 0 && named.length === 0) {
      return 'It names no service here, so it is no further component. Take one of them out of the sheet, or tell them apart.';
    }
    for (const each of named) {
      if (all.some(({ service }) => service.id === each.service.id)) {
        return `${each.service.name} stands there too. Take one of them out of the sheet.`;
      }
      all.push(each);
    }
  }
  return all;
}

function findKnown(
  changeNumber: string,
  name: string,
  { byNumber, byName }: ReleaseSurroundings,
): KnownRelease | string | null {
  if (changeNumber !== '') {
    const found = byNumber.all(changeNumber);
    if (found.length > 1) {
      return `${found.length} releases have the change number ${quoted(changeNumber)}. Correct that in the releases first.`;
    }
    if (found[0] !== undefined) return found[0];
  }
  // The same name with another change number is another release.
  const sameName = byName
    .all(name)
    .filter((each) => changeNumber === '' || each.changeNumber === '');
  if (sameName.length <= 1) return sameName[0] ?? null;
  const open = sameName.filter(({ phase }) => phase !== 'closed');
  const [only] = open;
  if (only !== undefined && open.length === 1) return only;
  return `There are ${sameName.length} releases called ${quoted(name)}. Give the change number in the sheet, or change them where they stand.`;
}

/** Where the row says something of the phase: gates alone bring a release on. */
function checkStanding(
  cell: string,
  known: KnownRelease | null,
  cautions: string[],
): string | null {
  const standing = standingOfWord(cell);
  if (cell === '' || known?.phase === 'closed') return null;
  if (standing === 'over') {
    return known === null
      ? `${quoted(cell)} says it is over. Only releases that are ahead can be brought in: nobody judged the gates of this one here.`
      : `${quoted(cell)} says it is over. Close it in Slipway, with its outcome.`;
  }
  const phase = known?.phase ?? 'planning';
  if (standing === 'planning' && phase === 'planning') return null;
  if (standing !== null && cell.trim().toLowerCase() === phase) return null;
  cautions.push(
    `${quoted(cell)} is not taken: ${known === null ? 'a new release begins in planning' : `it stays in ${phase}`}, and its gates take it on.`,
  );
  return null;
}

function typeOf(
  cell: string,
  known: KnownRelease | null,
  { defaults }: ReleaseSurroundings,
  cautions: string[],
): ReleaseType | null {
  if (cell === '') return known?.type ?? defaults.type;
  const type = typeOfWord(cell);
  if (known === null || type === null || type === known.type) return type;
  cautions.push(`Its type stays ${known.type}: its gates come from it.`);
  return type;
}

/** Two of one name: nobody is guessed. */
function ownerOf(
  cell: string,
  known: KnownRelease | null,
  { people, personName, defaults }: ReleaseSurroundings,
): string | null {
  if (cell === '') return known?.ownerId ?? defaults.ownerId;
  const address = /<([^<>\s]+@[^<>\s]+)>\s*$/.exec(cell.slice(0, 500))?.[1];
  const found = people.one(address ?? cell);
  if (found !== null) return found.id;
  // Whoever left may stay the owner, as long as the sheet says the same.
  const same = known !== null && personName(known.ownerId).toLowerCase() === cell.toLowerCase();
  return same ? known.ownerId : null;
}

function notesOf(cell: string, known: KnownRelease | null): string | null {
  if (cell === '') return known?.notes ?? '';
  const parsed = longText.safeParse(cell.replaceAll('\0', ''));
  return parsed.success ? parsed.data : null;
}

function versionsOf(
  services: readonly NamedService[],
  known: KnownRelease | null,
  cautions: string[],
): ReleaseItem['components'] {
  return services.flatMap(({ service, version }) => {
    if (version !== null) return [{ serviceId: service.id, version }];
    const present = known?.components.some(({ serviceId }) => serviceId === service.id) ?? false;
    if (!present) cautions.push(`${service.name} has no version: left out of the release.`);
    return [];
  });
}
