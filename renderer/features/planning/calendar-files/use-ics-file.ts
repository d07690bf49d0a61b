import { useRef, useState } from 'react';
import type { Input } from '#shared/contract/index.ts';
import { useTransport } from '../../../api/api-context.ts';
import { useAsk } from '../../../api/useAsk.ts';

type Source = Input<'calendar.readIcs'>['source'];

export type ChosenFile = { name: string; source: Source };

export type IcsFile = {
  file: ChosenFile | null;
  /** How much of it has come to the host, from 0 to 1; null while none is on its way. */
  sent: number | null;
  problem: string | null;
  /** The browser's own dialog; null where the desktop has one. */
  take: ((file: File) => Promise<void>) | null;
  pick: () => Promise<void>;
  cancel: () => void;
};

/** A calendar file that people choose: sent to the host, or named by its path on the desktop. */
export function useIcsFile(): IcsFile {
  const { upload } = useTransport();
  const pickFile = useAsk('device.pickFile');
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [sent, setSent] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const stop = useRef<AbortController | null>(null);

  async function send(chosen: File): Promise<void> {
    if (upload === null) return;
    const controller = new AbortController();
    stop.current = controller;
    setProblem(null);
    setSent(0);
    try {
      const answer = await upload({
        file: chosen,
        signal: controller.signal,
        onProgress: (bytes) => setSent(bytes / Math.max(1, chosen.size)),
      });
      if (answer.ok) setFile({ name: chosen.name, source: answer.value });
      else setProblem(answer.error.message);
    } catch {
      // Stopped by whoever chose it.
    }
    setSent(null);
  }

  async function pick(): Promise<void> {
    const asked = { title: 'Import a calendar file', mode: 'open', extension: 'ics' } as const;
    const picked = await pickFile(asked);
    if (!picked.ok) setProblem(picked.error.message);
    else if (picked.value.path !== null) {
      const { path } = picked.value;
      setProblem(null);
      setFile({ name: path.split(/[\\/]/).at(-1) ?? path, source: { path } });
    }
  }

  const take = upload === null ? null : send;
  return { file, sent, problem, take, pick, cancel: () => stop.current?.abort() };
}
