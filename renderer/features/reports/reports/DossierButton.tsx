import { useState } from 'react';
import Button from '@mui/material/Button';
import { FileDown } from 'lucide-react';
import { useAsk } from '../../../api/useAsk.ts';
import { saveFile } from '../../../components/save-file.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';

/** Saves the release as one file anyone can open. */
export function DossierButton({ releaseId }: { releaseId: string }) {
  const ask = useAsk('reports.dossier');
  const [pending, setPending] = useState(false);
  const save = async () => {
    setPending(true);
    const answer = await ask({ releaseId });
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
      startIcon={<FileDown />}
      disabled={pending}
      title="Plan, gates, decisions and history as one HTML file"
      onClick={() => void save()}
    >
      Dossier
    </Button>
  );
}
