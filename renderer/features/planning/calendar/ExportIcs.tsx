import { useState } from 'react';
import Button from '@mui/material/Button';
import { CalendarArrowDown } from 'lucide-react';
import { useAsk } from '../../../api/useAsk.ts';
import { saveFile } from '../../../components/save-file.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';

/** Saves every planned deployment as a file calendars can read. */
export function ExportIcs() {
  const ask = useAsk('calendar.exportIcs');
  const [pending, setPending] = useState(false);
  const save = async () => {
    setPending(true);
    const answer = await ask({});
    setPending(false);
    if (!answer.ok) {
      showToast({ text: answer.error.message, tone: 'failed' });
      return;
    }
    const { fileName, mediaType, text } = answer.value;
    saveFile(fileName, mediaType, text);
    showToast({ text: `Saved ${fileName}` });
  };
  return (
    <Button
      startIcon={<CalendarArrowDown />}
      disabled={pending}
      title="Every planned deployment as an iCalendar file"
      onClick={() => void save()}
    >
      Export ICS
    </Button>
  );
}
