import Button from '@mui/material/Button';
import { sheetKinds } from '#shared/model/planning/imports.ts';
import type { SheetKind, UsedReading } from '#shared/model/planning/imports.ts';
import { CheckboxInput } from '../../../components/form/CheckboxInput.tsx';
import { ChoiceInput } from '../../../components/form/ChoiceInput.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { Inspector, InspectorPart } from '../../../components/Inspector.tsx';
import { ColumnFields } from './ColumnFields.tsx';
import { DefaultFields } from './DefaultFields.tsx';
import { HeadingFields } from './HeadingFields.tsx';
import { kindWords } from './import-words.ts';
import type { Preview } from './import-words.ts';
import styles from './imports.module.css';
import type { SheetImport } from './use-import.ts';

type ReadingPanelProps = { sheet: SheetImport; preview: Preview; onClose: () => void };

/** How the sheet is read: everything that was guessed, each of it changeable. */
export function ReadingPanel({ sheet, preview, onClose }: ReadingPanelProps) {
  const { reading, sheets, rememberedId } = preview;
  const { asked, source } = sheet;
  return (
    <Inspector
      title="How the sheet is read"
      note={<bdi>{preview.title}</bdi>}
      onClose={onClose}
      {...(rememberedId !== null &&
        !asked.anew && {
          actions: <Button onClick={() => sheet.change({}, true)}>Guess anew</Button>,
          actionsNote: 'It is read as the last sheet with these headings was.',
        })}
    >
      <InspectorPart title="Rows">
        <div className={styles['fields']}>
          <SelectInput
            label="Each row is one of"
            options={sheetKinds.map((kind) => ({ value: kind, label: kindWords[kind] }))}
            value={reading.kind}
            onChange={({ target }) => {
              const kind = sheetKinds.find((each) => each === target.value);
              if (kind !== undefined) sheet.change(ofKind(kind, asked.reading));
            }}
          />
          {sheets.length > 1 && source !== null && 'file' in source && (
            <SelectInput
              label="Sheet"
              options={sheets.map(({ name, rows }) => ({
                value: name,
                label: `${name} (${rows.toLocaleString('en')} rows)`,
              }))}
              value={preview.sheet}
              onChange={({ target }) => sheet.open({ file: source.file, sheet: target.value })}
            />
          )}
          <HeadingFields sheet={sheet} preview={preview} />
          {reading.kind === 'releases' && (
            <CheckboxInput
              label="Rows of the same release are its components"
              help="Otherwise a release that stands in the sheet twice is refused."
              checked={reading.joins}
              onChange={({ target }) => sheet.change({ ...asked.reading, joins: target.checked })}
            />
          )}
        </div>
      </InspectorPart>
      {(preview.unclearDate !== null || asked.reading.dates !== undefined) && (
        <InspectorPart title="Dates">
          <DateOrderField sheet={sheet} preview={preview} />
        </InspectorPart>
      )}
      <InspectorPart title="Columns">
        <ColumnFields
          preview={preview}
          onColumns={(columns) => sheet.change({ ...asked.reading, ...fixed(reading), columns })}
        />
      </InspectorPart>
      {reading.kind !== 'people' && (
        <InspectorPart title="Where the sheet says nothing">
          <DefaultFields
            reading={reading}
            onDefaults={(changed) =>
              sheet.change({
                ...asked.reading,
                defaults: { ...asked.reading.defaults, ...changed },
              })
            }
          />
        </InspectorPart>
      )}
    </Inspector>
  );
}

/** Other columns are to be looked for; what was said of dates and zones holds. */
function ofKind(kind: SheetKind, { dates, defaults }: SheetImport['asked']['reading']) {
  return { kind, ...(dates && { dates }), ...(defaults && { defaults }) };
}

/** Columns that are named belong to these headings and this kind. */
function fixed({ kind, headings }: UsedReading): Pick<UsedReading, 'kind' | 'headings'> {
  return { kind, headings };
}

export function DateOrderField({ sheet, preview }: Omit<ReadingPanelProps, 'onClose'>) {
  const example = preview.unclearDate;
  return (
    <ChoiceInput
      label={example === null ? 'Order of dates' : `“${example}” can be read in two ways`}
      choices={[
        { value: 'day-first', label: 'The day stands first' },
        { value: 'month-first', label: 'The month stands first' },
      ]}
      value={preview.reading.dates ?? undefined}
      onPick={(dates) => sheet.change({ ...sheet.asked.reading, dates })}
    />
  );
}
