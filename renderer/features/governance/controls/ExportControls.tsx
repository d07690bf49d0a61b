import { useState } from 'react';
import { plusDays, dateIn } from '#shared/rules/planning/zoned-time.ts';
import { summaryInWords } from '#shared/rules/reports/controls/words.ts';
import { useAsk } from '../../../api/useAsk.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { DateInput } from '../../../components/form/DateInput.tsx';
import { FieldRow } from '../../../components/form/Field.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { saveFile } from '../../../components/save-file.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { useNow } from '../../../state/clock.ts';
import type { RegisteredControl } from './control-columns.tsx';
import styles from './controls.module.css';

type ExportControlsProps = { controls: readonly RegisteredControl[]; onClose: () => void };

const formats = [
  { value: 'html', label: 'HTML, to read and print' },
  { value: 'csv', label: 'CSV, a line for each control and release' },
  { value: 'json', label: 'JSON, for another program' },
] as const;
type Format = (typeof formats)[number]['value'];

/** What an auditor asks for: control by control, what proves it in the releases of a period. */
export function ExportControls({ controls, onClose }: ExportControlsProps) {
  const zone = useProcedure('workspace.state', {}).data?.open?.workspace.zone ?? 'UTC';
  const today = dateIn(useNow(), zone);
  const [typed, setTyped] = useState({ from: plusDays(today, -364), to: today, control: '' });
  const [format, setFormat] = useState<Format>('html');
  const patch = (change: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...change }));
  const { from, to, control } = typed;
  const hasDays = from !== '' && to !== '';
  const asked = { from, to, ...(control === '' ? {} : { controlIds: [control] }) };
  const report = useProcedure('reports.controls', asked, { enabled: hasDays });
  const ask = useAsk('reports.controlsFile');
  const send = async () => {
    if (!hasDays) return 'Give the first and the last day.';
    const answer = await ask({ ...asked, format });
    if (!answer.ok) return answer.error.message;
    const { fileName, mediaType, text } = answer.value;
    saveFile(fileName, mediaType, text);
    showToast({ text: `Saved ${fileName}` });
    return null;
  };
  return (
    <FormDialog
      title="Export for an auditor"
      action="Save the file"
      onSend={send}
      onClose={onClose}
    >
      <FieldRow>
        <DateInput
          label="First day"
          value={from}
          onChange={(event) => patch({ from: event.target.value })}
        />
        <DateInput
          label="Last day"
          value={to}
          onChange={(event) => patch({ to: event.target.value })}
        />
      </FieldRow>
      <SelectInput
        label="Controls"
        none="All of the register"
        value={control}
        options={controls.map(({ id, key, name }) => ({ value: id, label: `${key} ${name}` }))}
        onChange={(event) => patch({ control: event.target.value })}
      />
      <SelectInput
        label="File"
        value={format}
        options={formats}
        onChange={(event) =>
          setFormat(formats.find(({ value }) => value === event.target.value)?.value ?? 'html')
        }
      />
      <p className={styles['quiet']} role="status">
        {report.isError
          ? report.error.error.message
          : report.data === undefined
            ? 'Looking through the releases…'
            : `${summaryInWords(report.data)}.`}
      </p>
    </FormDialog>
  );
}
