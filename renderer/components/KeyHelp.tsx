import { useId } from 'react';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { Kbd } from './Kbd.tsx';
import styles from './KeyHelp.module.css';

export type ShownKey = {
  /** `j`, `Enter`, `Ctrl+K`; several that do the same stand as several entries of `keys`. */
  keys: readonly string[];
  does: string;
  /** "This screen", "Everywhere". */
  group: string;
};

type KeyHelpProps = { open: boolean; onClose: () => void; keys: readonly ShownKey[] };

/** What `?` opens: the keys of the screen at hand. */
export function KeyHelp({ open, onClose, keys }: KeyHelpProps) {
  const id = useId();
  return (
    <Dialog open={open} onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>Keys</DialogTitle>
      <DialogContent tabIndex={0}>
        <div className={styles['groups']}>
          {[...Map.groupBy(keys, (key) => key.group)].map(([group, members]) => (
            <section key={group} className={styles['group']}>
              <h3>{group}</h3>
              <ul>
                {members.map((key) => (
                  <li key={key.does} className={styles['row']}>
                    <span>{key.does}</span>
                    <span className={styles['keys']}>
                      {key.keys.map((keys) => (
                        <Kbd key={keys} keys={keys} />
                      ))}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </DialogContent>
    </Dialog>
  );
}

/** The quiet "? keys" at the head of a list. */
export function KeyHelpButton({ onOpen }: { onOpen: () => void }) {
  return (
    <button type="button" className={styles['opener']} aria-haspopup="dialog" onClick={onOpen}>
      <Kbd keys="?" /> keys
    </button>
  );
}
