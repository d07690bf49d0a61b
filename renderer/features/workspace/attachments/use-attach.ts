import { useRef, useState } from 'react';
import type { Input } from '#shared/contract/index.ts';
import type { Envelope } from '#shared/contract/procedure.ts';
import type { Place } from '#shared/model/workspace/attached.ts';
import { safeFileName } from '#shared/rules/workspace/attachment-names.ts';
import { sizeProblem } from '#shared/rules/workspace/attachment-size.ts';
import { useTransport } from '../../../api/api-context.ts';
import { useKeepAnswer, withRow } from '../../../api/keep-answer.ts';
import { unreachable } from '../../../api/transport.ts';
import type { Transport } from '../../../api/transport.ts';
import { useAsk } from '../../../api/useAsk.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';

type Sending = { name: string; sent: number; size: number };
type Given = Input<'attachments.add'>['file'];

export type Attach = {
  /** What is on its way now. */
  sending: Sending | null;
  running: boolean;
  /** Why files were not attached, a sentence each. */
  problems: readonly string[];
  /**
   * Chosen or dropped files, one after the other: one that is refused does not hold up the rest.
   * `problems` tell of what cannot even be tried.
   */
  take: (files: readonly File[], problems?: readonly string[]) => Promise<void>;
  /** The dialog of the desktop; null where the browser has its own. */
  choose: (() => Promise<void>) | null;
  cancel: () => void;
};

/** Attaches files to one thing of a release, each checked before a byte of it is sent. */
export function useAttach({ releaseId, subject, subjectId }: Place): Attach {
  const transport = useTransport();
  const pickFile = useAsk('device.pickFile');
  const add = useCommand('attachments.add');
  const keep = useKeepAnswer();
  const [sending, setSending] = useState<Sending | null>(null);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const stop = useRef<AbortController | null>(null);
  const tell = (problem: string) => setProblems((all) => [...all, problem]);

  async function attach(file: Given): Promise<void> {
    const answer = await add.run({ releaseId, subject, subjectId, file });
    if (!answer.ok) {
      tell(answer.error.message);
      return;
    }
    keep('attachments.list', { releaseId }, (list) => withRow(list, answer.value));
    showToast({ text: `${answer.value.name} attached`, undo: undoOf(answer) });
  }

  async function takeOne(file: File, signal: AbortSignal): Promise<void> {
    const name = safeFileName(file.name);
    const problem = sizeProblem(name, file.size);
    if (problem !== null) {
      tell(problem);
      return;
    }
    const given = await hand(transport, file, name, signal, (sent) =>
      setSending({ name, sent, size: file.size }),
    );
    setSending(null);
    if (!given.ok) tell(`${name} was not attached. ${given.error.message}`);
    else if (given.value !== null) await attach(given.value);
  }

  return {
    sending,
    running: sending !== null || add.pending,
    problems,
    async take(files, known = []) {
      setProblems(known);
      const controller = new AbortController();
      stop.current = controller;
      for (const file of files) {
        if (!controller.signal.aborted) await takeOne(file, controller.signal);
      }
    },
    choose:
      transport.upload !== null
        ? null
        : async () => {
            setProblems([]);
            const asked = { title: 'Attach a file', mode: 'open', extension: '*' } as const;
            const picked = await pickFile(asked);
            if (!picked.ok) tell(picked.error.message);
            else if (picked.value.path !== null) await attach({ path: picked.value.path });
          },
    cancel: () => stop.current?.abort(),
  };
}

/** What stands for the file in the call: an upload, or its path. Null when somebody stopped it. */
async function hand(
  { upload, pathOf }: Transport,
  file: File,
  name: string,
  signal: AbortSignal,
  onProgress: (sent: number) => void,
): Promise<Envelope<Given | null>> {
  if (upload === null) {
    const path = pathOf?.(file) ?? '';
    return path === '' ? nowhere() : { ok: true, value: { path } };
  }
  onProgress(0);
  try {
    // By its safe name: the host refuses some of what a file can be called elsewhere.
    return await upload({ file: new File([file], name), signal, onProgress });
  } catch {
    return signal.aborted ? { ok: true, value: null } : unreachable();
  }
}

function nowhere(): Envelope<never> {
  const message = 'It lies nowhere on this machine. Save it first, then attach the saved file.';
  return { ok: false, error: { code: 'not_found', message } };
}
