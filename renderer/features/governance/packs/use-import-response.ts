import { useState } from 'react';
import type { Output } from '#shared/contract/index.ts';
import { largestResponse } from '#shared/rules/governance/packs/response-file.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { counted } from './pack-words.ts';

export type Problem = { file: string; why: string };
type Imported = Output<'cab.importResponse'>;

/** Takes answer files one after the other: one that is refused does not hold up the rest. */
export function useImportResponse(nameOf: (id: string) => string, onTaken: (id: string) => void) {
  const { run, pending } = useCommand('cab.importResponse');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const takeOne = async (file: File): Promise<string | null> => {
    if (file.size > largestResponse) return 'It is larger than any answer can be, so it is none.';
    // Byte for byte: what was changed on the way here must not be mended on the way in.
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer());
    const answer = await run({ text });
    if (!answer.ok) return answer.error.message;
    showToast({ text: outcomeText(answer.value, nameOf) });
    onTaken(answer.value.packId);
    return null;
  };
  const take = async (files: readonly File[]) => {
    setProblems([]);
    for (const file of files) {
      const why = await takeOne(file);
      if (why !== null) setProblems((all) => [...all, { file: file.name, why }]);
    }
  };
  return { take, pending, problems };
}

function outcomeText({ isNew, response }: Imported, nameOf: (id: string) => string): string {
  const name = nameOf(response.personId);
  if (!isNew) return `The answer of ${name} was here already; nothing was changed`;
  if (response.state === 'conflicting') {
    return `${name} has answered otherwise before: choose which answer counts`;
  }
  const recorded = response.answers.filter(({ decisionId }) => decisionId !== null).length;
  const decisions = `${recorded} of ${counted(response.answers.length, 'decision')}`;
  return `The answer of ${name} is in: ${decisions} recorded`;
}
