import { useState } from 'react';
import { useAsk } from '../../../api/useAsk.ts';
import { saveFile } from '../../../components/save-file.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';

/** Hands the file of a pack to the browser to keep, as it was made. */
export function useSavePack() {
  const ask = useAsk('packs.file');
  const [pending, setPending] = useState(false);
  const save = async (id: string) => {
    setPending(true);
    const answer = await ask({ id });
    setPending(false);
    if (!answer.ok) {
      showToast({ text: answer.error.message, tone: 'failed' });
      return;
    }
    const { fileName, mediaType, text } = answer.value;
    saveFile(fileName, mediaType, text);
    showToast({ text: `Saved ${fileName}` });
  };
  return { save, pending };
}
