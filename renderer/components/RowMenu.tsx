import { useState } from 'react';
import IconButton from '@mui/material/IconButton';
import Divider from '@mui/material/Divider';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { Ellipsis } from 'lucide-react';
import { Kbd } from './Kbd.tsx';
import styles from './RowMenu.module.css';

export type RowAction = {
  label: string;
  run: () => void;
  /** Set off by a line from what stands above. */
  apart?: boolean;
};

type RowMenuProps = {
  /** What the row is called. */
  name: string;
  /** Of a list people put in order: the two that move the row stand first. */
  order?: { isFirst: boolean; isLast: boolean; onShift: (by: -1 | 1) => void };
  actions: readonly RowAction[];
};

/** What can be done with a row of a list, beside changing its fields. */
export function RowMenu({ name, order, actions }: RowMenuProps) {
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
        // A form that opens, or a row that moves, takes the focus; the button must not take it back.
        disableRestoreFocus
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ list: { 'aria-label': `Actions for ${name}` } }}
      >
        {order !== undefined && [
          <MenuItem key="up" disabled={order.isFirst} onClick={pick(() => order.onShift(-1))}>
            <span className={styles['word']}>Move up</span>
            <Kbd keys="Alt+↑" />
          </MenuItem>,
          <MenuItem key="down" disabled={order.isLast} onClick={pick(() => order.onShift(1))}>
            <span className={styles['word']}>Move down</span>
            <Kbd keys="Alt+↓" />
          </MenuItem>,
          <Divider key="under" />,
        ]}
        {actions.flatMap(({ label, run, apart = false }) => [
          apart && <Divider key={`over ${label}`} />,
          <MenuItem key={label} onClick={pick(run)}>
            {label}
          </MenuItem>,
        ])}
      </Menu>
    </>
  );
}
