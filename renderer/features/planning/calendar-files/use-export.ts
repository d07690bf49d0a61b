import { useState } from 'react';
import { useAsk } from '../../../api/useAsk.ts';
import { saveFile } from '../../../components/save-file.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';

/** Saves the calendar as a file that calendar programs read, with windows or without. */
export function useExport(): { pending: boolean; save: (windows: boolean) => Promise<void> } {
  const ask = useAsk('calendar.exportIcs');
  const [pending, setPending] = useState(false);
  return {
    pending,
    async save(windows) {
      setPending(true);
      const answer = await ask({ windows });
      setPending(false);
      if (!answer.ok) {
        showToast({ text: answer.error.message, tone: 'failed' });
        return;
      }
      const { fileName, mediaType, text } = answer.value;
      saveFile(fileName, mediaType, text);
      showToast({ text: `Saved ${fileName}` });
    },
  };
}
