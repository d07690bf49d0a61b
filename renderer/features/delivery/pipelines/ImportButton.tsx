import Button from '@mui/material/Button';
import { FileInput } from 'lucide-react';
import { useRef } from 'react';
import { useTransport } from '../../../api/api-context.ts';
import { useAsk } from '../../../api/useAsk.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';
import type { FileImport } from './use-import-file.ts';

/** Chooses an exported file: the browser's own dialog, or the desktop's. */
export function ImportButton({ fileImport }: { fileImport: FileImport }) {
  const transport = useTransport();
  const pickFile = useAsk('device.pickFile');
  const input = useRef<HTMLInputElement>(null);

  async function choose(): Promise<void> {
    if (transport.upload !== null) {
      input.current?.click();
      return;
    }
    const picked = await pickFile({
      title: 'Import exported runs or deployments',
      mode: 'open',
      extension: 'json',
    });
    if (!picked.ok) showToast({ text: picked.error.message, tone: 'failed' });
    else if (picked.value.path !== null) await fileImport.read(picked.value.path);
  }

  return (
    <>
      <Button
        startIcon={<FileInput />}
        loading={fileImport.running}
        loadingPosition="start"
        onClick={() => void choose()}
      >
        Import a file
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label="Exported runs or deployments"
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file chosen again must be told again.
          event.target.value = '';
          if (file) void fileImport.upload(file);
        }}
      />
    </>
  );
}
