import { useId } from 'react';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { Copy, FileDown } from 'lucide-react';
import { Person } from '../../../components/Person.tsx';
import { useCopied } from '../../../components/use-copied.ts';
import type { MadePack } from './MakePack.tsx';
import { useSavePack } from './use-save-pack.ts';
import styles from './packs.module.css';

type IssuedCodesProps = {
  made: MadePack;
  nameOf: (personId: string) => string;
  onClose: () => void;
};

/** The codes of a new pack. They are kept nowhere, so the dialog goes only when somebody says so. */
export function IssuedCodes({ made, nameOf, onClose }: IssuedCodesProps) {
  const id = useId();
  const { save, pending } = useSavePack();
  return (
    <Dialog open maxWidth="sm" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>Codes of the reviewers</DialogTitle>
      <DialogContent className={styles['codes']}>
        <p>
          These are shown now and never again. Give each reviewer theirs by another way than the
          file: by phone, or face to face.
        </p>
        <ul className={styles['codeList']} aria-label="Codes">
          {made.codes.map(({ reviewerId, personId, code }) => (
            <li key={reviewerId} className={styles['codeRow']}>
              <Person name={nameOf(personId)} />
              <code className={styles['code']}>{code}</code>
              <CopyButton code={code} name={nameOf(personId)} />
            </li>
          ))}
        </ul>
        <p className={styles['quiet']}>
          A code proves that an answer was signed with it and not changed since. It does not prove
          who typed it: you know it too.
        </p>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>I have the codes</Button>
        <Button
          variant="contained"
          startIcon={<FileDown />}
          disabled={pending}
          onClick={() => void save(made.pack.id)}
        >
          Save the pack
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function CopyButton({ code, name }: { code: string; name: string }) {
  const [state, copy] = useCopied();
  const words = { idle: 'Copy', copied: 'Copied', refused: 'Not copied' } as const;
  return (
    <Button
      size="small"
      startIcon={<Copy />}
      aria-label={`${words[state]}: code of ${name}`}
      onClick={() => copy(code)}
    >
      {words[state]}
    </Button>
  );
}
