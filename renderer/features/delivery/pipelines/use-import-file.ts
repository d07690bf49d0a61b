import { useCallback, useRef, useState } from 'react';
import type { Input, Output } from '#shared/contract/index.ts';
import type { CallError, Envelope, Progress } from '#shared/contract/procedure.ts';
import { useTransport } from '../../../api/api-context.ts';
import { useAsk } from '../../../api/useAsk.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProgress } from '../../../state/progress.ts';

type Counts = Output<'pipelines.importFile'>;
type Source = Input<'pipelines.importFile'>['file'];

export type FileImport = {
  /** Null until a file was chosen; then how far its bytes have come to the host. */
  sending: { name: string; sent: number; size: number } | null;
  progress: Progress | null;
  running: boolean;
  result: Counts | null;
  error: CallError | null;
  /** Streams a chosen file to the host, then imports it. */
  upload: (file: File) => Promise<void>;
  /** Imports a file the core can read by its path. */
  read: (path: string) => Promise<void>;
  cancel: () => void;
};

/** Imports an exported file of runs into one connection, with progress and a way to stop. */
export function useImportFile(connectionId: string): FileImport {
  const transport = useTransport();
  const command = useCommand('pipelines.importFile');
  const askCancel = useAsk('progress.cancel');
  const [sending, setSending] = useState<FileImport['sending']>(null);
  const [result, setResult] = useState<Counts | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const stopSending = useRef<AbortController | null>(null);
  const progressId = `file ${connectionId}`;
  const progress = useProgress(
    ({ running }) => running.find((each) => each.id === progressId) ?? null,
  );
  const { run } = command;

  const importFrom = useCallback(
    async (file: Source, exportedAt?: string) => {
      setResult(null);
      setError(null);
      const answer = await run({ connectionId, file, exportedAt, progressId });
      if (answer.ok) setResult(answer.value);
      else setError(answer.error);
    },
    [run, connectionId, progressId],
  );

  async function upload(file: File): Promise<void> {
    if (transport.upload === null) return;
    const { name, size } = file;
    const controller = new AbortController();
    stopSending.current = controller;
    setError(null);
    setResult(null);
    setSending({ name, sent: 0, size });
    const sent = await sendTo(transport.upload, file, controller.signal, (bytes) =>
      setSending({ name, sent: bytes, size }),
    );
    setSending(null);
    if (sent === null) return;
    if (!sent.ok) setError(sent.error);
    // The copy on the host is new; when the facts were exported only the original knows.
    else await importFrom(sent.value, new Date(file.lastModified).toISOString());
  }

  function cancel(): void {
    stopSending.current?.abort();
    void askCancel({ id: progressId });
  }

  return {
    sending,
    progress,
    running: sending !== null || command.pending || progress !== null,
    result,
    error,
    upload,
    read: (path) => importFrom({ path }),
    cancel,
  };
}

type Send = NonNullable<ReturnType<typeof useTransport>['upload']>;

/** Null when somebody stopped it. */
async function sendTo(
  send: Send,
  file: File,
  signal: AbortSignal,
  onProgress: (sent: number) => void,
): Promise<Envelope<{ upload: string }> | null> {
  try {
    return await send({ file, signal, onProgress });
  } catch {
    return null;
  }
}
