import type { ReleaseTable, TableRelease, Whole } from '#shared/model/planning/release-table.ts';

/** The columns of the answer as rows, in its order. */
export function rowsOfTable(table: ReleaseTable): TableRelease[] {
  let ship = 0;
  return table.ids.map((id, row) => {
    const from = ship;
    ship += at(table.shipCounts, row);
    const zone = table.startZones[row] ?? null;
    return {
      id,
      number: at(table.numbers, row),
      name: at(table.names, row),
      type: at(table.types, row),
      phase: at(table.phases, row),
      outcome: table.outcomes[row] ?? null,
      onHold: at(table.onHold, row),
      ownerId: at(table.people, at(table.owners, row)),
      start: table.starts[row] ?? null,
      zone: zone === null ? null : at(table.zones, zone),
      parent: wholeAt(table, table.parents[row]),
      train: wholeAt(table, table.trains[row]),
      risk: { score: at(table.scores, row), band: at(table.bands, row) },
      services: table.shipVersions.slice(from, ship).map((version, offset) => ({
        serviceId: at(table.services, at(table.shipServices, from + offset)),
        version,
      })),
    };
  });
}

function wholeAt({ wholes }: ReleaseTable, place: number | null | undefined): Whole | null {
  return place === null || place === undefined ? null : at(wholes, place);
}

/** What a release is part of, as people read it: the release first, then the train. */
export function partOfInWords({ parent, train }: Pick<TableRelease, 'parent' | 'train'>): string {
  return [parent, train].flatMap((whole) => whole?.name ?? []).join(' · ');
}

/** Rows as the columns of an answer: ids that occur again and again stand once. */
export function tableOfRows(rows: readonly TableRelease[]): ReleaseTable {
  const people = listing();
  const services = listing();
  const zones = listing();
  const wholes = listing();
  const named = new Map<string, string>();
  const wholeOf = (whole: Whole | null) => {
    if (whole === null) return null;
    named.set(whole.id, whole.name);
    return wholes.placeOf(whole.id);
  };
  return {
    ids: rows.map(({ id }) => id),
    numbers: rows.map(({ number }) => number),
    names: rows.map(({ name }) => name),
    types: rows.map(({ type }) => type),
    phases: rows.map(({ phase }) => phase),
    outcomes: rows.map(({ outcome }) => outcome),
    onHold: rows.map(({ onHold }) => onHold),
    owners: rows.map(({ ownerId }) => people.placeOf(ownerId)),
    starts: rows.map(({ start }) => start),
    startZones: rows.map(({ zone }) => (zone === null ? null : zones.placeOf(zone))),
    parents: rows.map(({ parent }) => wholeOf(parent)),
    trains: rows.map(({ train }) => wholeOf(train)),
    scores: rows.map(({ risk }) => risk.score),
    bands: rows.map(({ risk }) => risk.band),
    shipCounts: rows.map((row) => row.services.length),
    shipServices: rows.flatMap((row) =>
      row.services.map((each) => services.placeOf(each.serviceId)),
    ),
    shipVersions: rows.flatMap((row) => row.services.map(({ version }) => version)),
    people: people.all,
    services: services.all,
    zones: zones.all,
    wholes: wholes.all.map((id) => ({ id, name: named.get(id) ?? '' })),
  };
}

function listing() {
  const all: string[] = [];
  const places = new Map<string, number>();
  const placeOf = (text: string): number => {
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, all.length);
    return all.push(text) - 1;
  };
  return { all, placeOf };
}

function at<T>(column: readonly T[], index: number): T {
  const value = column[index];
  if (value === undefined) throw new Error(`The table ends before ${index}`);
  return value;
}
