import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { ImportOutcome } from '../../../components/ImportOutcome.tsx';
import { Progress } from '../../../components/progress/Progress.tsx';
import styles from './pipelines.module.css';
import type { FileImport } from './use-import-file.ts';

/** How far the import of a file has come, what it brought, or why it stopped. */
export function ImportProgress({ fileImport }: { fileImport: FileImport }) {
  const { sending, progress, running, result, error, cancel } = fileImport;
  if (!running && result === null && error === null) return null;
  return (
    <div className={styles['outcome']}>
      {sending && (
        <Progress
          id="sending"
          what={`Send ${sending.name} to Slipway`}
          done={sending.sent}
          of={sending.size}
          onCancel={cancel}
        />
      )}
      {progress && (
        <Progress
          id={progress.id}
          what={progress.what}
          done={progress.done}
          of={progress.total}
          left={progress.endsInMs}
          onCancel={cancel}
        />
      )}
      {!running && error && (
        <ErrorPanel
          what="The file was not imported to its end"
          why={error.message}
          todo="What was imported before stays; importing the file again adds the rest."
          details={`${error.code}: ${error.message}`}
        />
      )}
      {!running && result && <ImportOutcome what="File imported" counts={result} />}
    </div>
  );
}
