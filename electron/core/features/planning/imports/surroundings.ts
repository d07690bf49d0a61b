import { window } from '#core/database/schema/calendar.ts';
import { component, deployment, release } from '#core/database/schema/planning.ts';
import { team } from '#core/database/schema/workspace.ts';
import { partsOf } from '#core/database/plain-rows.ts';
import { alive, plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { DateOrder, SheetDefaults } from '#shared/model/planning/imports.ts';
import { lookupOf } from '#shared/rules/planning/sheets/lookup.ts';
import type { PersonSurroundings } from '#shared/rules/planning/sheets/person-sheet.ts';
import type {
  KnownRelease,
  ReleaseSurroundings,
} from '#shared/rules/planning/sheets/release-sheet.ts';
import type { WindowSurroundings } from '#shared/rules/planning/sheets/window-sheet.ts';
import { listEnvironments } from '../../workspace/environments/index.ts';
import { listPeople, listRoles } from '../../workspace/people/index.ts';
import { listServices } from '../../workspace/services/index.ts';
import { toComponent, toDeployment } from '../releases/index.ts';

/** How what is written in cells is to be taken. */
export type Choices = {
  dates: DateOrder | null;
  durationUnit: 'minutes' | 'hours';
  defaults: SheetDefaults;
  repeated: ReadonlySet<string>;
};

/** What the workspace has that rows can name, by its words. */
export function namesIn(store: Store) {
  const people = listPeople(store);
  const services = listServices(store);
  const environments = listEnvironments(store);
  const nameOf = (things: readonly { id: string; name: string }[], missing: string) => {
    const names = new Map(things.map(({ id, name }) => [id, name]));
    return (id: string) => names.get(id) ?? missing;
  };
  return {
    present: people.filter(({ leftOn }) => leftOn === null),
    people,
    environments,
    person: lookupOf(
      people.filter(({ leftOn }) => leftOn === null),
      ({ name, email }) => [name, email],
    ),
    service: lookupOf(services, ({ name }) => [name]),
    environment: lookupOf(environments, ({ name }) => [name]),
    personName: nameOf(people, 'somebody'),
    serviceName: nameOf(services, 'a service'),
    environmentName: nameOf(environments, 'an environment'),
  };
}
export type Names = ReturnType<typeof namesIn>;

export function aroundReleases(
  store: Store,
  names: Names,
  { dates, durationUnit, defaults }: Choices,
): ReleaseSurroundings {
  const known = knownReleases(store);
  return {
    byNumber: lookupOf(known, ({ changeNumber }) => [changeNumber]),
    byName: lookupOf(known, ({ name }) => [name]),
    people: names.person,
    personName: names.personName,
    services: names.service,
    serviceName: names.serviceName,
    environments: names.environment,
    environmentName: names.environmentName,
    environmentKinds: new Map(names.environments.map(({ id, kind }) => [id, kind])),
    ...{ dates, durationUnit, defaults },
  };
}

function knownReleases(store: Store): KnownRelease[] {
  const rows = store.orm.select(plain(release)).from(release).where(alive(release)).all();
  const ids = rows.map(({ id }) => id);
  const components = partsOf(store, component, ids);
  const deployments = partsOf(store, deployment, ids, 'startAt');
  return rows.map(({ id, rev, name, type, phase, ownerId, changeNumber, notes }) => ({
    ...{ id, rev, name, type, phase, ownerId, changeNumber, notes },
    components: components(id).map(toComponent),
    deployments: deployments(id).map(toDeployment),
  }));
}

export function aroundWindows(
  store: Store,
  names: Names,
  { dates, defaults, repeated }: Choices,
): WindowSurroundings {
  const known = store.orm.select(plain(window)).from(window).where(alive(window)).all();
  return {
    byName: lookupOf(known, ({ name }) => [name]),
    repeated,
    services: names.service,
    serviceName: names.serviceName,
    environments: names.environment,
    environmentName: names.environmentName,
    ...{ dates, defaults },
  };
}

export function aroundPeople(store: Store, { people }: Names): PersonSurroundings {
  const teams = listTeams(store);
  const byMember = new Map<string, typeof teams>();
  for (const each of teams) {
    for (const id of each.memberIds) byMember.set(id, [...(byMember.get(id) ?? []), each]);
  }
  return {
    byName: lookupOf(people, ({ name }) => [name]),
    byEmail: lookupOf(people, ({ email }) => [email]),
    roles: listRoles(store),
    teams: lookupOf(teams, ({ name }) => [name]),
    teamsOf: (id) => byMember.get(id) ?? [],
  };
}

export function listTeams(store: Store) {
  return store.orm.select(plain(team)).from(team).where(alive(team)).all();
}
