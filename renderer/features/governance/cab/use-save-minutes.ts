import { useAsk } from '../../../api/useAsk.ts';
import { saveFile } from '../../../components/save-file.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';

/** Saves the minutes of a meeting as a file anyone can open. */
export function useSaveMinutes(meetingId: string): (format: 'html' | 'markdown') => Promise<void> {
  const ask = useAsk('cab.minutes');
  return async (format) => {
    const answer = await ask({ meetingId, format });
    if (!answer.ok) {
      showToast({ text: answer.error.message, tone: 'failed' });
      return;
    }
    const { fileName, mediaType, text } = answer.value;
    saveFile(fileName, mediaType, text);
    showToast({ text: `Saved ${fileName}` });
  };
}
