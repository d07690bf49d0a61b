import { useState } from 'react';
import IconButton from '@mui/material/IconButton';
import Divider from '@mui/material/Divider';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { Ellipsis } from 'lucide-react';
import { Kbd } from '../../../components/Kbd.tsx';
import styles from './scope.module.css';

type RowMenuProps = {
  name: string;
  isFirst: boolean;
  isLast: boolean;
  onShift: (by: -1 | 1) => void;
  /** Shows what is said about the item and attached to it. */
  onTalk: () => void;
  onMove: () => void;
  onDrop: () => void;
  onRemove: () => void;
};

/** What can be done with an item beside changing its fields. */
export function RowMenu(props: RowMenuProps) {
  const { name, isFirst, isLast, onShift, onTalk, onMove, onDrop, onRemove } = props;
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
        aria-label={`Actions for ${name}`}
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
        // A form that opens takes the focus; giving it back to the button later would take it away.
        disableRestoreFocus
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ list: { 'aria-label': `Actions for ${name}` } }}
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
        <MenuItem onClick={pick(onTalk)}>Comments and attachments</MenuItem>
        <MenuItem onClick={pick(onMove)}>Move to another release…</MenuItem>
        <MenuItem onClick={pick(onDrop)}>Drop with a reason…</MenuItem>
        <Divider />
        <MenuItem onClick={pick(onRemove)}>Remove, entered in error…</MenuItem>
      </Menu>
    </>
  );
}
