import { useState } from 'react';
import { CheckboxInput } from '../../../components/form/CheckboxInput.tsx';
import { NumberInput } from '../../../components/form/NumberInput.tsx';
import type { Preview } from './import-words.ts';
import type { SheetImport } from './use-import.ts';

/** Where the headings stand: by the number of their row, 0 where there are none. */
export function HeadingFields({ sheet, preview }: { sheet: SheetImport; preview: Preview }) {
  const { row, rows } = preview.reading.headings;
  const [typed, setTyped] = useState<{ of: number; text: string } | null>(null);
  const text = typed?.of === row ? typed.text : String(row);
  const put = (place: Preview['reading']['headings']) => {
    const { kind, dates, defaults } = sheet.asked.reading;
    sheet.change({
      ...(kind && { kind }),
      ...(dates && { dates }),
      ...(defaults && { defaults }),
      headings: place,
    });
  };
  const leave = () => {
    const wanted = Number(text);
    if (!Number.isInteger(wanted) || wanted < 0 || wanted > 100_000 || wanted === row) return;
    put({ row: wanted, rows: wanted < 2 ? 1 : rows });
  };
  return (
    <>
      <NumberInput
        label="Row of the headings"
        help="0 where the sheet has none."
        min={0}
        value={text}
        onChange={({ target }) => setTyped({ of: row, text: target.value })}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key === 'Enter') leave();
        }}
      />
      {row > 1 && (
        <CheckboxInput
          label="The row above belongs to the headings"
          checked={rows === 2}
          onChange={({ target }) => put({ row, rows: target.checked ? 2 : 1 })}
        />
      )}
    </>
  );
}
