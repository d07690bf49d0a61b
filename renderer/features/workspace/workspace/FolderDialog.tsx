import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import { FolderBrowser } from './FolderBrowser.tsx';
import type { FolderBrowserProps } from './FolderBrowser.tsx';

type FolderDialogProps = FolderBrowserProps & { open: boolean; title: string; onClose: () => void };

/** The folders of this machine over a screen, for hosts without a file dialog. */
export function FolderDialog({ open, title, onClose, ...browser }: FolderDialogProps) {
  const id = useId();
  return (
    <Dialog open={open} onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={id}>
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent>
        <FolderBrowser {...browser} />
      </DialogContent>
      <DialogActions>
        <Button variant="text" onClick={onClose}>
          Cancel
        </Button>
      </DialogActions>
    </Dialog>
  );
}
