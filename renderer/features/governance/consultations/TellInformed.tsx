import Button from '@mui/material/Button';
import { Copy, Download } from 'lucide-react';
import { useAsk } from '../../../api/useAsk.ts';
import { copyText } from '../../../components/copy-text.ts';
import { saveFile } from '../../../components/save-file.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';
import styles from './consultations.module.css';

/** What was decided, as a message to those who are informed; Slipway sends nothing itself. */
export function TellInformed({ gateId }: { gateId: string }) {
  const ask = useAsk('approvals.tell');
  const written = async () => {
    const answer = await ask({ gateId });
    if (answer.ok) return answer.value;
    showToast({ text: answer.error.message, tone: 'failed' });
    return null;
  };
  const copy = async () => {
    const message = await written();
    if (message === null) return;
    const copied = await copyText(message.text);
    showToast({
      text: copied ? 'Message copied' : 'The browser refused; save the message as a file',
    });
  };
  const save = async () => {
    const message = await written();
    if (message === null) return;
    saveFile(message.fileName, 'message/rfc822', message.eml);
    const lacking = message.withoutAddress.length;
    const without = lacking === 0 ? '' : `; ${lacking} of them without an address`;
    showToast({ text: `Saved ${message.fileName}${without}` });
  };
  return (
    <div className={styles['tell']}>
      <Button size="small" startIcon={<Copy />} onClick={() => void copy()}>
        Copy what was decided
      </Button>
      <Button size="small" variant="text" startIcon={<Download />} onClick={() => void save()}>
        Save as .eml
      </Button>
    </div>
  );
}
