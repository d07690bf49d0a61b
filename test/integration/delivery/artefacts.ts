import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServiceMapping } from '#shared/model/delivery/pipelines.ts';
import { buildWorkspace, type Cast } from '../../support/build-workspace.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import type { ConnectionView } from '#shared/contract/delivery/connections.ts';
import type { Parsed } from '#shared/contract/index.ts';

export type Place = Pick<
  Parsed<'connections.save'>,
  'provider' | 'baseUrl' | 'repository' | 'token' | 'name'
>;

export type Connected = {
  test: TestApp;
  cast: Cast;
  connection: ConnectionView;
  sync(): ReturnType<typeof sync>;
  refusedSync(): ReturnType<TestApp['refused']>;
  /** What is stored, without what the store keeps for itself; those that are gone too. */
  artefacts(): ReturnType<typeof listed>;
};

/** A workspace with one connection that tells of artefacts. */
export async function connect(place: Place, given?: { test: TestApp; cast: Cast }) {
  const test = given?.test ?? startTestApp();
  const cast = given?.cast ?? (await buildWorkspace(test));
  const connection = await test.call('connections.save', place, cast.mara.id);
  return {
    ...{ test, cast, connection },
    sync: () => sync(test, cast, connection),
    refusedSync: () => test.refused('connections.sync', { id: connection.id }, cast.mara.id),
    artefacts: () => listed(test, connection.id),
  } satisfies Connected;
}

function sync(test: TestApp, cast: Cast, { id }: ConnectionView) {
  return test.call('connections.sync', { id }, cast.mara.id);
}

async function listed(test: TestApp, connectionId: string) {
  const { artefacts } = await test.call('artefacts.list', { connectionId, limit: 1000 });
  return artefacts
    .map(({ id: _id, connectionId: _connection, connectionName: _name, ...rest }) => rest)
    .toSorted((a, b) => (a.externalId < b.externalId ? -1 : 1));
}

/** Imports a file with this in it, as another connection to the same place does. */
export async function importedFromFile(place: Place, payload: unknown, { test, cast }: Connected) {
  const other = await connect({ ...place, name: 'from a file' }, { test, cast });
  const path = join(test.folder, 'exported.json');
  writeFileSync(path, JSON.stringify(payload));
  const input = { connectionId: other.connection.id, file: { path } };
  const counts = await test.call('pipelines.importFile', input, cast.mara.id);
  return { counts, artefacts: await other.artefacts() };
}

/** Maps names of the provider to services. */
export async function mapServices(test: TestApp, id: string, services: ServiceMapping[]) {
  const [somebody] = (await test.call('people.list', {})).people;
  const actingAs = somebody?.id;
  const known = (await test.call('connections.list', {})).find((each) => each.id === id);
  if (known === undefined) throw new Error('There is no such connection');
  const { name, baseUrl, repository, workflows } = known;
  const mapped = { id, name, baseUrl, repository, workflows, services };
  await test.call('connections.save', mapped, actingAs);
}

/** The files below the folder of the application that hold a text, wherever it lies in them. */
export function filesWith({ folder }: TestApp, text: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name))
    .filter((path) => readFileSync(path).includes(text));
}
