import type { ImportRow } from '#shared/model/planning/imports.ts';
import { Segmented } from '../../../components/form/Segmented.tsx';
import type { Preview } from './import-words.ts';
import { stateWords } from './row-columns.tsx';

export type Shown = 'all' | ImportRow['state'] | 'remarks';

type RowFilterProps = { preview: Preview; shown: Shown; onShow: (shown: Shown) => void };

/** Rows of one state alone; those with a remark are read before anything is imported. */
export function RowFilter({ preview, shown, onShow }: RowFilterProps) {
  const { counts, rows } = preview;
  const remarked = rows.filter(({ cautions }) => cautions.length > 0).length;
  const states = [
    ...(['new', 'changed', 'same'] as const),
    ...(counts.joined > 0 ? (['joined'] as const) : []),
    'refused' as const,
  ];
  const choices: { value: Shown; label: string }[] = [
    { value: 'all', label: `All ${number(rows.length)}` },
    ...states.map((state) => ({
      value: state,
      label: `${stateWords[state]} ${number(counts[state])}`,
    })),
    ...(remarked > 0
      ? [{ value: 'remarks' as const, label: `With remarks ${number(remarked)}` }]
      : []),
  ];
  return <Segmented label="Rows shown" choices={choices} value={shown} onPick={onShow} />;
}

export function rowsShown(rows: readonly ImportRow[], shown: Shown): readonly ImportRow[] {
  if (shown === 'all') return rows;
  return rows.filter(({ state, cautions }) =>
    shown === 'remarks' ? cautions.length > 0 : state === shown,
  );
}

function number(value: number): string {
  return value.toLocaleString('en');
}
