import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import { WhoIsWorking } from '../../features/workspace/people/WhoIsWorking.tsx';

type PersonDialogProps = { chosenId: string | null; onClose: () => void };

/** What the person at the foot of the rail opens. */
export function PersonDialog({ chosenId, onClose }: PersonDialogProps) {
  const id = useId();
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby={id}>
      <DialogTitle id={id}>Who is working here?</DialogTitle>
      <DialogContent>
        <WhoIsWorking chosenId={chosenId} onChosen={onClose} />
      </DialogContent>
      <DialogActions>
        <Button variant="text" onClick={onClose}>
          Close
        </Button>
      </DialogActions>
    </Dialog>
  );
}
