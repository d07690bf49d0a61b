import { shortText } from '#shared/model/primitives.ts';
import type { PastedService } from '#shared/model/workspace/pasted.ts';
import type { Person } from '#shared/model/workspace/people.ts';
import type { Team } from '#shared/model/workspace/teams.ts';
import { versionScheme } from '#shared/model/workspace/services.ts';
import type { Criticality, Service, VersionScheme } from '#shared/model/workspace/services.ts';
import { changesOf, knownByName, partsOfCell, quoted, readTable } from './pasted-table.ts';
import type { PastedTable, ReadRow } from './pasted-table.ts';
import { oneLine, wordFinder } from './word-finder.ts';

type Field = 'name' | 'criticality' | 'financial' | 'owners' | 'scheme' | 'team';

export type ServiceSurroundings = {
  services: readonly Service[];
  people: readonly Person[];
  teams: readonly Team[];
  /** Whether versions can be written so; the rule of planning. */
  checkScheme: (scheme: VersionScheme) => { ok: true } | { ok: false; message: string };
};

const fieldOf = wordFinder<Field>({
  name: ['service', 'services', 'name', 'system', 'application', 'component'],
  criticality: ['criticality', 'tier', 'importance'],
  financial: ['financial', 'finance', 'money'],
  owners: ['owner', 'owners', 'responsible'],
  team: ['team', 'squad', 'group'],
  scheme: ['versions', 'version scheme', 'versioning', 'scheme'],
});

const criticalityOf = wordFinder<Criticality>({
  low: ['low', 'minor', 'tier 4'],
  medium: ['medium', 'normal', 'moderate', 'tier 3'],
  high: ['high', 'major', 'important', 'tier 2'],
  critical: ['critical', 'very high', 'mission critical', 'tier 1'],
});

const answerOf = wordFinder<'yes' | 'no'>({
  yes: ['yes', 'y', 'true', '1', 'x', 'financial'],
  no: ['no', 'n', 'false', '0', 'not financial'],
});

/** A pasted list as services, matched by name. What it does not say stays as it is. */
export function readPastedServices(
  text: string,
  around: ServiceSurroundings,
): PastedTable<PastedService> {
  return readTable<Field, PastedService>(text, {
    fieldOf,
    needed: 'name',
    byLook: (cells) => draftByLook(cells, around),
    read: (draft) => readService(draft, around),
  });
}

function draftByLook(cells: readonly string[], { people, teams }: ServiceSurroundings) {
  const draft: Partial<Record<Field, string>> = {};
  for (const cell of cells.map((each) => each.trim()).filter(Boolean)) {
    if (draft.name === undefined) draft.name = cell;
    else if (criticalityOf(cell) !== null) draft.criticality ??= cell;
    else if (answerOf(cell) !== null) draft.financial ??= cell;
    else if (schemeOf(cell) !== null) draft.scheme ??= cell;
    else if (teamOf(cell, teams) !== null) draft.team ??= cell;
    else if (partsOfCell(cell).some((part) => ownerOf(part, people) !== null))
      draft.owners ??= cell;
  }
  return draft;
}

function readService(
  draft: Partial<Record<Field, string>>,
  { services, people, teams, checkScheme }: ServiceSurroundings,
): ReadRow<PastedService> | string {
  const named = shortText.safeParse(oneLine(draft.name ?? ''));
  if (!named.success) return `The name ${named.error.issues[0]?.message ?? 'does not fit'}.`;
  const known = knownByName(services, named.data, 'services');
  if (typeof known === 'string') return known;
  // Written in other capitals it is the same one, and stays as it is called.
  const name = known?.name ?? named.data;
  const cautions: string[] = [];
  const word = <V>(written: string | undefined, found: V | null, usual: V, of: string): V => {
    if (written === undefined || written === '') return usual;
    if (found === null) cautions.push(`${quoted(written)} is no ${of}: left as it is.`);
    return found ?? usual;
  };
  const financial = answerOf(draft.financial ?? '');
  const scheme = schemeOf(draft.scheme ?? '');
  const owners = partsOfCell(draft.owners ?? '').map((part) => ({
    part,
    id: ownerOf(part, people),
  }));
  for (const { part, id } of owners) {
    if (id === null) cautions.push(`${quoted(part)} is nobody of this workspace: left out.`);
  }
  const ownerIds = owners.flatMap(({ id }) => (id === null ? [] : [id]));
  const item = {
    name,
    criticality: word(
      draft.criticality,
      criticalityOf(draft.criticality ?? ''),
      known?.criticality ?? 'medium',
      'criticality',
    ),
    financial: word(
      draft.financial,
      financial === null ? null : financial === 'yes',
      known?.financial ?? false,
      'yes or no',
    ),
    ownerIds: ownerIds.length === 0 ? [...(known?.ownerIds ?? [])] : [...new Set(ownerIds)],
    versionScheme: word(
      draft.scheme,
      scheme,
      known?.versionScheme ?? { kind: 'semver' as const },
      'version scheme',
    ),
  };
  const team = teamOf(draft.team ?? '', teams);
  const wanted = {
    ...item,
    teamId: word(draft.team, team?.id ?? null, known?.teamId ?? null, 'team of this workspace'),
  };
  const checked = checkScheme(item.versionScheme);
  if (!checked.ok) return checked.message;
  const names = new Map(people.map((person) => [person.id, person.name]));
  const said = (of: Omit<Service, 'id' | 'rev' | 'name'>) => ({
    team: teams.find(({ id }) => id === of.teamId)?.name ?? '',
    criticality: of.criticality,
    financial: of.financial ? 'financial' : 'not financial',
    owners: of.ownerIds.map((id) => names.get(id) ?? 'somebody').join(', '),
    scheme: schemeWords(of.versionScheme),
  });
  const now = said(wanted);
  const before = known === null ? now : said(known);
  return {
    id: known?.id ?? null,
    name,
    item: known === null ? wanted : { id: known.id, rev: known.rev, ...wanted },
    facts: [
      now.criticality,
      item.financial ? now.financial : '',
      now.scheme,
      now.owners,
      now.team,
    ].filter((fact) => fact !== ''),
    changes: changesOf([
      ['Criticality', before.criticality, now.criticality],
      ['Money', before.financial, now.financial],
      ['Versions', before.scheme, now.scheme],
      ['Owners', before.owners, now.owners],
      ['Team', before.team, now.team],
    ]),
    cautions,
  };
}

/** `semver`, `calendar YYYY.MM.MICRO`, `pattern release-\d+`. */
function schemeOf(text: string): VersionScheme | null {
  const line = oneLine(text);
  if (/^sem(?:ver|antic)(?: versioning)?$/i.test(line)) return { kind: 'semver' };
  const { kind, rest } =
    /^(?<kind>cal(?:ver|endar)|pattern)\s+(?<rest>.+)$/i.exec(line)?.groups ?? {};
  if (kind === undefined || rest === undefined) return null;
  const parsed = versionScheme.safeParse(
    kind.toLowerCase() === 'pattern'
      ? { kind: 'pattern', pattern: rest }
      : { kind: 'calendar', format: rest },
  );
  return parsed.success ? parsed.data : null;
}

function schemeWords(scheme: VersionScheme): string {
  if (scheme.kind === 'semver') return 'semantic versions';
  return scheme.kind === 'calendar' ? `calendar ${scheme.format}` : `pattern ${scheme.pattern}`;
}

/** Two of one name: nobody is guessed. */
function ownerOf(text: string, people: readonly Person[]): string | null {
  const wanted = oneLine(text).toLowerCase();
  const fits = people.filter(
    ({ name, email }) => name.toLowerCase() === wanted || email.toLowerCase() === wanted,
  );
  return fits.length === 1 ? (fits[0]?.id ?? null) : null;
}

function teamOf(text: string, teams: readonly Team[]): Team | null {
  const wanted = oneLine(text).toLowerCase();
  return teams.find(({ name }) => name.toLowerCase() === wanted) ?? null;
}
