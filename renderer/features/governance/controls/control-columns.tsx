import type { Output } from '#shared/contract/index.ts';
import { evidenceKindNames } from '#shared/rules/governance/evidence/evidence-words.ts';
import { kindInWords } from '#shared/rules/reports/controls/words.ts';
import type { TableColumn } from '../../../components/data-table/table-types.ts';
import { Status } from '../../../components/Status.tsx';

export type RegisteredControl = Output<'controls.list'>['controls'][number];
export type Coverage = Output<'controls.coverage'>['controls'][number];

type Told = { gateNames: ReadonlyMap<string, string>; coverage: ReadonlyMap<string, Coverage> };

export function controlColumns({ gateNames, coverage }: Told): TableColumn<RegisteredControl>[] {
  return [
    {
      key: 'key',
      header: 'Key',
      value: ({ key }) => key,
      cell: ({ key }) => (
        <bdi>
          <strong>{key}</strong>
        </bdi>
      ),
      always: true,
      width: 150,
    },
    {
      key: 'name',
      header: 'Control',
      value: ({ name }) => name,
      cell: ({ name }) => <bdi>{name}</bdi>,
      grow: true,
      always: true,
      minWidth: 240,
      wrap: true,
    },
    {
      key: 'stands',
      header: 'Open releases',
      value: ({ id, retiredAt }) => standsText(coverage.get(id), retiredAt),
      cell: ({ id, retiredAt }) => <Stands coverage={coverage.get(id)} retiredAt={retiredAt} />,
      width: 150,
    },
    { key: 'kind', header: 'Kind', value: ({ kind }) => kindInWords[kind], width: 108 },
    {
      key: 'source',
      header: 'Source',
      value: ({ source }) => source,
      cell: ({ source }) => <bdi>{source}</bdi>,
      width: 150,
      wrap: true,
    },
    {
      key: 'proven',
      header: 'Proven by',
      value: (control) => provenText(control, gateNames),
      cell: (control) => <bdi>{provenText(control, gateNames)}</bdi>,
      grow: true,
      minWidth: 130,
      wrap: true,
    },
  ];
}

function provenText(
  { gateKeys, evidenceKinds }: RegisteredControl,
  gateNames: ReadonlyMap<string, string>,
): string {
  const gates = gateKeys.map((key) => gateNames.get(key) ?? key);
  const kinds = evidenceKinds.map((kind) => evidenceKindNames[kind]);
  return [...gates, ...kinds].join(', ') || 'evidence that names it';
}

function standsText(of: Coverage | undefined, retiredAt: string | null): string {
  if (retiredAt !== null) return 'Out of use';
  if (of === undefined || of.releases.length === 0) return 'Applies to none';
  const open = of.releases.filter(({ state }) => state === 'open').length;
  const all = of.releases.length;
  return open === 0 ? `Met in ${all} of ${all}` : `Open in ${open} of ${all}`;
}

function Stands({
  coverage,
  retiredAt,
}: {
  coverage: Coverage | undefined;
  retiredAt: string | null;
}) {
  const text = standsText(coverage, retiredAt);
  if (retiredAt !== null || coverage === undefined || coverage.releases.length === 0) {
    return <Status kind="not-applicable" variant="plain" label={text} />;
  }
  const isOpen = coverage.releases.some(({ state }) => state === 'open');
  return <Status kind={isOpen ? 'waiting' : 'passed'} variant="plain" label={text} />;
}
