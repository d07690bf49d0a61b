import { useState } from 'react';
import IconButton from '@mui/material/IconButton';
import Divider from '@mui/material/Divider';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { Ellipsis } from 'lucide-react';
import { Kbd } from '../../../components/Kbd.tsx';
import styles from './tasks.module.css';

type TaskMenuProps = {
  title: string;
  isFirst: boolean;
  isLast: boolean;
  onShift: (by: -1 | 1) => void;
  onRemove: () => void;
};

/** What can be done with a task beside changing its fields; each can be undone. */
export function TaskMenu({ title, isFirst, isLast, onShift, onRemove }: TaskMenuProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => {
    anchor?.focus();
    setAnchor(null);
  };
  const pick = (act: () => void) => () => {
    close();
    act();
  };
  return (
    <>
      <IconButton
        aria-label={`Actions for ${title}`}
        title="Actions"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Ellipsis />
      </IconButton>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={close}
        // A row that moves takes the focus; giving it back to the button later would take it away.
        disableRestoreFocus
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ list: { 'aria-label': `Actions for ${title}` } }}
      >
        <MenuItem disabled={isFirst} onClick={pick(() => onShift(-1))}>
          <span className={styles['menuWord']}>Move up</span>
          <Kbd keys="Alt+↑" />
        </MenuItem>
        <MenuItem disabled={isLast} onClick={pick(() => onShift(1))}>
          <span className={styles['menuWord']}>Move down</span>
          <Kbd keys="Alt+↓" />
        </MenuItem>
        <Divider />
        <MenuItem onClick={pick(onRemove)}>Take out of the plan</MenuItem>
      </Menu>
    </>
  );
}
