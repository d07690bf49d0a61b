import { sheetFields } from '#shared/model/planning/imports.ts';
import type { SheetField } from '#shared/model/planning/imports.ts';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { fieldWord } from './import-words.ts';
import type { Preview } from './import-words.ts';
import styles from './imports.module.css';

type ColumnFieldsProps = {
  preview: Preview;
  onColumns: (columns: (SheetField | null)[]) => void;
};

/** What each column is, with what stands in it. A field is one column: choosing it takes it there. */
export function ColumnFields({ preview, onColumns }: ColumnFieldsProps) {
  const { reading, columns } = preview;
  const fields: readonly SheetField[] = sheetFields[reading.kind];
  const options = fields.map((field) => ({ value: field, label: fieldWord(field) }));
  const pick = (at: number, value: string) => {
    const chosen = fields.find((field) => field === value) ?? null;
    onColumns(
      reading.columns.map((field, column) => {
        if (column === at) return chosen;
        return field === chosen ? null : field;
      }),
    );
  };
  return (
    <ul className={styles['columns']}>
      {columns.map(({ heading, samples }, column) => (
        // Columns have no names of their own: two can be called the same.
        <li key={column}>
          <SelectInput
            label={heading === '' ? `Column ${column + 1}` : heading}
            help={samples.length === 0 ? 'Empty' : samples.join(' · ')}
            none="Left out"
            options={options}
            value={reading.columns[column] ?? ''}
            onChange={({ target }) => pick(column, target.value)}
          />
        </li>
      ))}
    </ul>
  );
}
