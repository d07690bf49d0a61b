import { useAsk } from '../../../api/useAsk.ts';
import { saveFile } from '../../../components/save-file.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';

export type MinutesFormat = 'html' | 'markdown' | 'A4' | 'Letter';

/** Saves the minutes of a meeting as a file anyone can open; on paper where the host can print. */
export function useSaveMinutes(meetingId: string): (format: MinutesFormat) => Promise<void> {
  const ask = useAsk('cab.minutes');
  const askPdf = useAsk('cab.minutesPdf');
  const keep = (fileName: string, mediaType: string, content: BlobPart) => {
    saveFile(fileName, mediaType, content);
    showToast({ text: `Saved ${fileName}` });
  };
  const refuse = (message: string): void => {
    showToast({ text: message, tone: 'failed' });
  };
  return async (format) => {
    if (format === 'A4' || format === 'Letter') {
      const answer = await askPdf({ meetingId, paper: format });
      if (!answer.ok) return refuse(answer.error.message);
      const { fileName, mediaType, content } = answer.value;
      return keep(
        fileName,
        mediaType,
        Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0)),
      );
    }
    const answer = await ask({ meetingId, format });
    if (!answer.ok) return refuse(answer.error.message);
    const { fileName, mediaType, text } = answer.value;
    keep(fileName, mediaType, text);
  };
}
