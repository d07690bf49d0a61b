import { useMemo, useState } from 'react';
import Button from '@mui/material/Button';
import { useNavigate } from '@tanstack/react-router';
import type { Output } from '#shared/contract/index.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { Progress } from '../../../components/progress/Progress.tsx';
import { usePasted } from '../../../state/pasted.ts';
import { useProgress } from '../../../state/progress.ts';
import { useScreenCommands } from '../../../state/screen-commands.ts';
import { ApplyButton } from './ApplyButton.tsx';
import { ImportRows } from './ImportRows.tsx';
import styles from './imports.module.css';
import { SourceStep } from './SourceStep.tsx';
import { progressId, useImport } from './use-import.ts';
import type { SheetImport } from './use-import.ts';

/** A sheet on its way in: chosen, read, looked at row by row, and only then written. */
export function ImportScreen() {
  const sheet = useImport();
  const pasted = usePasted('imports');
  const navigate = useNavigate();
  const [readingShown, setReadingShown] = useState<boolean | null>(null);
  const { preview, source, close } = sheet;
  const commands = useMemo(
    () =>
      source === null ? [] : [{ id: 'import.other', label: 'Take another sheet', run: close }],
    [source, close],
  );
  useScreenCommands(commands);
  const onDone = ({ kind }: Output<'imports.apply'>) => {
    pasted.close();
    sheet.close();
    if (kind === 'releases') void navigate({ to: '/releases' });
    else if (kind === 'windows') void navigate({ to: '/calendar' });
    else void navigate({ to: '/settings/$section', params: { section: 'people' } });
  };
  return (
    <>
      <PageHeader
        title="Import a spreadsheet"
        {...(preview !== null && {
          note: (
            <bdi>
              {preview.title}
              {preview.sheet === '' ? '' : ` · ${preview.sheet}`}
            </bdi>
          ),
        })}
        actions={
          source === null ? undefined : (
            <>
              <Button variant="text" onClick={close}>
                Take another sheet
              </Button>
              {preview !== null && (
                <>
                  <Button onClick={() => setReadingShown(!(readingShown ?? true))}>
                    How it is read
                  </Button>
                  <ApplyButton sheet={sheet} preview={preview} onDone={onDone} />
                </>
              )}
            </>
          )
        }
      />
      {source === null && <SourceStep pasted={pasted} onOpen={sheet.open} />}
      {source !== null && preview === null && <Reading sheet={sheet} />}
      {preview !== null && (
        <ImportRows
          sheet={sheet}
          preview={preview}
          readingShown={readingShown}
          onReading={setReadingShown}
        />
      )}
    </>
  );
}

/** Before the first rows are there: how far it has come, or why it cannot be read. */
function Reading({ sheet }: { sheet: SheetImport }) {
  const progress = useProgress(
    ({ running }) => running.find((each) => each.id === progressId) ?? null,
  );
  const { error, again, close } = sheet;
  return (
    <div className={styles['source']}>
      {error === null ? (
        <Progress
          id={progressId}
          what="Read the sheet"
          done={progress?.done ?? 0}
          of={progress?.total ?? null}
          left={progress?.endsInMs ?? null}
          onCancel={close}
        />
      ) : (
        <ErrorPanel {...errorParts('The sheet could not be read', error)} onRetry={again}>
          <Button onClick={close}>Take another sheet</Button>
        </ErrorPanel>
      )}
    </div>
  );
}
