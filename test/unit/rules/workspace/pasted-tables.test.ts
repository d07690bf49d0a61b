import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Environment, Service } from '#shared/model/workspace/services.ts';
import { checkScheme } from '#shared/rules/planning/versions/versions.ts';
import { readPastedEnvironments } from '#shared/rules/workspace/pasted-environments.ts';
import { readPastedPeople } from '#shared/rules/workspace/pasted-people.ts';
import { readPastedServices } from '#shared/rules/workspace/pasted-services.ts';
import type { TableRow } from '#shared/rules/workspace/pasted-table.ts';

const id = (last: string) => `0190a0a0-0000-7000-8000-${last.padStart(12, '0')}`;
const mara = { id: id('1'), rev: 3, name: 'Mara Okafor', email: 'mara@harbour.example' };
const people = [
  { ...mara, roles: ['release-manager'], leftOn: null },
  { id: id('2'), rev: 1, name: 'Jon Bell', email: '', roles: [], leftOn: null },
  { id: id('3'), rev: 1, name: 'Jon Bell', email: '', roles: [], leftOn: null },
];
const roles = [
  { key: 'release-manager', name: 'Release manager', builtIn: true },
  { key: 'qa-lead', name: 'QA lead', builtIn: true },
];
const payments: Service = {
  ...{ id: id('a1'), rev: 2, name: 'payments-api', criticality: 'high', financial: true },
  ...{ ownerIds: [mara.id], versionScheme: { kind: 'semver' } },
  teamId: null,
};
const production: Environment = {
  ...{ id: id('b1'), rev: 1, name: 'prod-eu', kind: 'production', region: 'eu', order: 'a0' },
};

const readPeople = (text: string) => readPastedPeople(text, { people, roles });
const readServices = (text: string) =>
  readPastedServices(text, { services: [payments], people, teams: [], checkScheme });
const readEnvironments = (text: string) => readPastedEnvironments(text, [production]);

/** Each row in a few words. */
function said<Item>({ rows }: { rows: TableRow<Item>[] }): string[] {
  return rows.map((row) =>
    row.state === 'refused' ? `${row.line}: ${row.reason}` : `${row.state} ${row.name}`,
  );
}

describe('pasted people', () => {
  it('are new, changed or the same, by address or name, from cells with headings', () => {
    const list = [
      'Name\tE-mail\tRoles\tPhone',
      'Iris Lindqvist\tiris@harbour.example\tQA lead; Wizard\t1',
      'Mara O. Okafor\tMARA@harbour.example\t\t2',
      'mara okafor\t\t\t3',
    ].join('\n');
    const table = readPeople(list);
    expect(table.leftOut).toEqual(['Phone']);
    expect(said(table)).toEqual([
      'new Iris Lindqvist',
      'changed Mara O. Okafor',
      '4: “Mara Okafor” stands in line 3 already.',
    ]);
    expect(table.rows[0]).toMatchObject({
      item: { roles: ['qa-lead'] },
      cautions: ['“Wizard” is no role of this workspace: left out.'],
    });
    expect(table.rows[1]).toMatchObject({
      item: { id: mara.id, rev: 3, roles: ['release-manager'] },
      changes: [
        { what: 'Name', from: 'Mara Okafor', to: 'Mara O. Okafor' },
        { what: 'E-mail', from: 'mara@harbour.example', to: 'MARA@harbour.example' },
      ],
    });
  });

  it('come from a CSV file, with commas or semicolons, quotes and line ends in cells', () => {
    const csv =
      '\uFEFFname,email,roles\r\n"Lindqvist, Iris",iris@harbour.example,"QA lead,\r\nRelease manager"\r\n';
    expect(readPeople(csv).rows).toMatchObject([
      { name: 'Lindqvist, Iris', item: { roles: ['qa-lead', 'release-manager'] } },
    ]);
    expect(said(readPeople('Name;Mail\nIris;iris@harbour.example'))).toEqual(['new Iris']);
  });

  it('come as lines, as mail programs write them', () => {
    expect(readPeople('Iris Lindqvist <iris@harbour.example>\nMara Okafor').rows).toMatchObject([
      { state: 'new', item: { name: 'Iris Lindqvist', email: 'iris@harbour.example' } },
      { state: 'same', name: 'Mara Okafor' },
    ]);
  });

  it('are refused with why, never guessed', () => {
    expect(
      said(readPeople('name\temail\n\ta@b.example\nJon Bell\t\nIris\tnot an address')),
    ).toEqual([
      '2: The name is empty; type at least one character.',
      '3: There are 2 people called “Jon Bell”. Change them where they stand.',
      '4: “not an address” is no e-mail address.',
    ]);
    expect(said(readPeople('n'.repeat(5000)))[0]).toContain('longer than 200 characters');
    const many = Array.from({ length: 502 }, (_, index) => `Person ${index}`).join('\n');
    expect(said(readPeople(many)).at(-1)).toContain('At most 500 rows are taken at once');
  });

  it('of one name and another address are somebody else', () => {
    expect(said(readPeople('Mara Okafor\tother@harbour.example'))).toEqual(['new Mara Okafor']);
  });

  it('are read from any text without an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        readPeople(text);
        readServices(text);
        readEnvironments(text);
      }),
    );
  });
});

describe('pasted services', () => {
  it('take what is written, and keep what is not', () => {
    const table = readServices(
      [
        'Service,Criticality,Financial,Versions,Owners',
        'ledger,Tier 1,yes,calendar YYYY.MM.MICRO,mara@harbour.example',
        'PAYMENTS-API,critical,,,',
        'checkout,huge,perhaps,,Jon Bell',
        'broken,low,no,pattern [,',
      ].join('\n'),
    );
    expect(table.rows[0]).toMatchObject({
      state: 'new',
      item: {
        ...{ name: 'ledger', criticality: 'critical', financial: true, ownerIds: [mara.id] },
        versionScheme: { kind: 'calendar', format: 'YYYY.MM.MICRO' },
      },
    });
    expect(table.rows[1]).toMatchObject({
      ...{ state: 'changed', name: 'payments-api' },
      changes: [{ what: 'Criticality', from: 'high', to: 'critical' }],
      item: { id: payments.id, rev: 2, financial: true, ownerIds: [mara.id] },
    });
    expect(table.rows[2]).toMatchObject({
      cautions: [
        '“Jon Bell” is nobody of this workspace: left out.',
        '“huge” is no criticality: left as it is.',
        '“perhaps” is no yes or no: left as it is.',
      ],
    });
    expect(table.rows[3]).toMatchObject({ state: 'refused' });
  });

  it('are read without headings by what each cell looks like', () => {
    expect(readServices('ledger\tfinancial\thigh\tMara Okafor').rows).toMatchObject([
      { item: { name: 'ledger', criticality: 'high', financial: true, ownerIds: [mara.id] } },
    ]);
  });
});

describe('pasted environments', () => {
  it('need a kind, and change where they are known', () => {
    const table = readEnvironments(
      'prod-eu\tprod\teu-west-1\nstaging-eu\tpreprod\nsomewhere\nprod-us\tlive',
    );
    expect(said(table)).toEqual([
      'changed prod-eu',
      'new staging-eu',
      '3: There is no kind. Write development, test, staging or production.',
      'new prod-us',
    ]);
    expect(table.rows[0]).toMatchObject({
      changes: [{ what: 'Region', from: 'eu', to: 'eu-west-1' }],
    });
    expect(said(readEnvironments(`env,kind,region\nx,test,${'r'.repeat(61)}`))[0]).toContain(
      'longer than 60 characters',
    );
  });
});
