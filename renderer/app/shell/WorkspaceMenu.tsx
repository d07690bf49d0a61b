import Divider from '@mui/material/Divider';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useNavigate } from '@tanstack/react-router';
import { ChevronsUpDown, FileBox } from 'lucide-react';
import { useState } from 'react';
import styles from './RailFoot.module.css';
import type { Edits } from './use-edits.ts';
import { useWorkspaceActions } from './use-workspace-actions.ts';
import type { OpenWorkspace } from './WorkspaceShell.tsx';

type WorkspaceMenuProps = { open: OpenWorkspace; edits: Edits; short: boolean };

/** What can be done with the file as a whole. */
export function WorkspaceMenu({ open, edits, short }: WorkspaceMenuProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const navigate = useNavigate();
  const actions = useWorkspaceActions();
  const { name } = open.workspace;

  const { undo, redo } = edits.next;
  const item = (label: string, run: () => void, disabled = false) => (
    <MenuItem
      disabled={disabled}
      onClick={() => {
        setAnchor(null);
        run();
      }}
    >
      {label}
    </MenuItem>
  );
  return (
    <>
      <button
        type="button"
        className={styles['entry']}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-label={`Workspace ${name}`}
        title={open.path}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <FileBox size={16} aria-hidden />
        {!short && (
          <>
            <bdi className={styles['label']}>{name}</bdi>
            <ChevronsUpDown size={14} aria-hidden />
          </>
        )}
      </button>
      <Menu
        // In the rail, which is a landmark: outside of every landmark nobody would look for it.
        disablePortal
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'top', horizontal: 'left' }}
        transformOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ list: { 'aria-label': `Workspace ${name}` } }}
      >
        {item(
          undo === null ? 'Undo' : `Undo: ${undo.what}`,
          () => edits.undo(undo?.command),
          undo === null,
        )}
        {item(
          redo === null ? 'Redo' : `Redo: ${redo.what}`,
          () => edits.redo(redo?.command),
          redo === null,
        )}
        <Divider />
        {item('Open another…', () => void navigate({ to: '/welcome' }))}
        {item('Back up now', () => void actions.backUp())}
        {item('Verify the file', () => void actions.verify())}
        {item(
          'Settings of this workspace',
          () => void navigate({ to: '/settings/$section', params: { section: 'workspace' } }),
        )}
        <Divider />
        {item('Close the workspace', () => void actions.close())}
      </Menu>
    </>
  );
}
