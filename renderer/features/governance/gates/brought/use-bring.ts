import { useRef, useState } from 'react';
import type { Input } from '#shared/contract/index.ts';
import { evidenceKindNames } from '#shared/rules/governance/evidence/evidence-words.ts';
import { safeFileName } from '#shared/rules/workspace/attachment-names.ts';
import { useTransport } from '../../../../api/api-context.ts';
import { useAsk } from '../../../../api/useAsk.ts';
import { useCommand } from '../../../../api/useCommand.ts';
import { showToast } from '../../../../components/toasts/toast-store.ts';

type Asked = Omit<Input<'gates.addEvidence'>, 'gateId'>;

/** Under this id the core tells how far it has read; the shell shows it and can cancel it. */
const progressId = 'evidence of a gate';

export type Bring = {
  /** How far the bytes of a file have come to the host. */
  sending: { name: string; sent: number; size: number } | null;
  running: boolean;
  /** Why files were not taken, a sentence each. */
  problems: readonly string[];
  take: (files: readonly File[], problems?: readonly string[]) => Promise<void>;
  /** The dialog of the desktop; null where the browser has its own. */
  choose: (() => Promise<void>) | null;
  /** Adds what was typed; answers why not, or null. */
  add: (asked: Asked) => Promise<string | null>;
  cancel: () => void;
};

/** Brings evidence to a gate: files one after the other, so that one that is refused holds up none. */
export function useBring(gateId: string): Bring {
  const { upload, pathOf } = useTransport();
  const pickFile = useAsk('device.pickFile');
  const command = useCommand('gates.addEvidence');
  const [sending, setSending] = useState<Bring['sending']>(null);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const stop = useRef<AbortController | null>(null);
  const tell = (problem: string) => setProblems((all) => [...all, problem]);

  async function add(asked: Asked): Promise<string | null> {
    const answer = await command.run({ gateId, ...asked, progressId });
    if (!answer.ok) return answer.error.message;
    const { title, kind, summary } = answer.value;
    const read = summary === null ? 'kept' : `read as ${evidenceKindNames[kind]}`;
    showToast({ text: `${title} ${read}` });
    return null;
  }

  async function takeOne(file: File, signal: AbortSignal): Promise<void> {
    const name = safeFileName(file.name);
    if (upload === null) {
      const path = pathOf?.(file) ?? '';
      const problem =
        path === ''
          ? 'It lies nowhere on this machine. Save it first, then choose the saved file.'
          : await add({ file: { path } });
      if (problem !== null) tell(`${name}: ${problem}`);
      return;
    }
    const onProgress = (sent: number) => setSending({ name, sent, size: file.size });
    onProgress(0);
    const given = await upload({ file: new File([file], name), signal, onProgress }).catch(
      () => null,
    );
    setSending(null);
    if (given === null) return;
    const problem = given.ok ? await add({ file: given.value }) : given.error.message;
    if (problem !== null) tell(`${name}: ${problem}`);
  }

  return {
    ...{ sending, running: sending !== null || command.pending, problems, add },
    async take(files, known = []) {
      setProblems(known);
      const controller = new AbortController();
      stop.current = controller;
      for (const file of files) {
        if (!controller.signal.aborted) await takeOne(file, controller.signal);
      }
    },
    choose:
      upload !== null
        ? null
        : async () => {
            setProblems([]);
            const asked = { title: 'Choose evidence', mode: 'open', extension: '*' } as const;
            const picked = await pickFile(asked);
            if (!picked.ok) return tell(picked.error.message);
            const { path } = picked.value;
            const problem = path === null ? null : await add({ file: { path } });
            if (problem !== null) tell(problem);
          },
    cancel: () => stop.current?.abort(),
  };
}
