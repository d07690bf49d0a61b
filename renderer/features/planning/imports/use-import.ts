import { useCallback, useMemo, useRef, useState } from 'react';
import type { Input } from '#shared/contract/index.ts';
import type { CallError } from '#shared/contract/procedure.ts';
import type { SheetReading } from '#shared/model/planning/imports.ts';
import { useAsk } from '../../../api/useAsk.ts';
import type { Preview } from './import-words.ts';

export type Source = Input<'imports.preview'>['source'];

export type SheetImport = {
  source: Source | null;
  /** What was asked for; the preview says how it was read. */
  asked: { reading: SheetReading; anew: boolean };
  preview: Preview | null;
  reading: boolean;
  error: CallError | null;
  /** Reads a sheet from its beginning, by what is remembered or guessed. */
  open: (source: Source) => void;
  /** Reads the same sheet in another way. */
  change: (reading: SheetReading, anew?: boolean) => void;
  again: () => void;
  close: () => void;
};

export const progressId = 'import of a sheet';

const untouched = { reading: {}, anew: false };

/** What somebody has just chosen stands in its field while the rows are read anew. */
function withAsked(preview: Preview, { reading }: SheetImport['asked']): Preview {
  const { defaults, dates, ...chosen } = reading;
  return {
    ...preview,
    reading: {
      ...{ ...preview.reading, ...chosen },
      dates: dates ?? preview.reading.dates,
      defaults: { ...preview.reading.defaults, ...defaults },
    },
  };
}

/** The sheet at hand with what would become of it; the newest question alone is answered. */
export function useImport(): SheetImport {
  const ask = useAsk('imports.preview');
  const [source, setSource] = useState<Source | null>(null);
  const [asked, setAsked] = useState<SheetImport['asked']>(untouched);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [reading, setReading] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const running = useRef<AbortController | null>(null);

  const read = useCallback(
    async (wanted: Source, how: SheetImport['asked']) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      setSource(wanted);
      setAsked(how);
      setReading(true);
      const answer = await ask({ source: wanted, ...how, progressId }, controller.signal).catch(
        () => null,
      );
      if (controller.signal.aborted) return;
      setReading(false);
      setError(answer?.ok === false ? answer.error : null);
      if (answer?.ok === true) setPreview(answer.value);
    },
    [ask],
  );
  const stop = () => {
    running.current?.abort();
    setReading(false);
  };
  const shown = useMemo(
    () => (preview === null ? null : withAsked(preview, asked)),
    [preview, asked],
  );
  return {
    ...{ source, asked, preview: shown, reading, error },
    open: (wanted) => {
      setPreview(null);
      void read(wanted, untouched);
    },
    change: (how, anew = asked.anew) => {
      if (source !== null) void read(source, { reading: how, anew });
    },
    again: () => {
      if (source !== null) void read(source, asked);
    },
    close: () => {
      stop();
      setSource(null);
      setAsked(untouched);
      setPreview(null);
      setError(null);
    },
  };
}
