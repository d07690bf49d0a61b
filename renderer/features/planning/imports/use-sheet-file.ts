import { useRef, useState } from 'react';
import { safeFileName } from '#shared/rules/workspace/attachment-names.ts';
import { useTransport } from '../../../api/api-context.ts';
import { useAsk } from '../../../api/useAsk.ts';
import type { Source } from './use-import.ts';

export type SheetFile = {
  /** How far its bytes have come to the host. */
  sending: { name: string; sent: number; size: number } | null;
  refusal: string | null;
  take: (file: File) => Promise<void>;
  /** The dialog of the desktop; null where the browser has its own. */
  choose: (() => Promise<void>) | null;
  cancel: () => void;
};

/** Brings a chosen or dropped sheet to the core: by its path, or as an upload. */
export function useSheetFile(onFile: (source: Source) => void): SheetFile {
  const { upload, pathOf } = useTransport();
  const pickFile = useAsk('device.pickFile');
  const [sending, setSending] = useState<SheetFile['sending']>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const stop = useRef<AbortController | null>(null);

  async function take(file: File): Promise<void> {
    setRefusal(null);
    if (upload === null) {
      const path = pathOf?.(file) ?? '';
      if (path !== '') onFile({ file: { path } });
      else
        setRefusal('It lies nowhere on this machine. Save it first, then choose the saved file.');
      return;
    }
    const name = safeFileName(file.name);
    const controller = new AbortController();
    stop.current = controller;
    const tell = (sent: number) => setSending({ name, sent, size: file.size });
    tell(0);
    const { signal } = controller;
    const given = await upload({ file: new File([file], name), signal, onProgress: tell }).catch(
      () => null,
    );
    setSending(null);
    if (given === null) return;
    if (given.ok) onFile({ file: given.value });
    else setRefusal(given.error.message);
  }

  return {
    ...{ sending, refusal, take },
    choose:
      upload !== null
        ? null
        : async () => {
            setRefusal(null);
            const asked = { title: 'Choose a sheet', mode: 'open', extension: '*' } as const;
            const picked = await pickFile(asked);
            if (!picked.ok) setRefusal(picked.error.message);
            else if (picked.value.path !== null) onFile({ file: { path: picked.value.path } });
          },
    cancel: () => stop.current?.abort(),
  };
}
