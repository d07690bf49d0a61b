import { useState } from 'react';
import Button from '@mui/material/Button';
import { CalendarPlus, Package, Settings } from 'lucide-react';
import { Change } from '../components/Change.tsx';
import { ConfirmDialog } from '../components/ConfirmDialog.tsx';
import { KeyHelp, KeyHelpButton } from '../components/KeyHelp.tsx';
import { CommandPalette } from '../components/palette/CommandPalette.tsx';
import type { PaletteCommand } from '../components/palette/CommandPalette.tsx';
import { Section } from '../components/Section.tsx';
import { showToast } from '../components/toasts/toast-store.ts';
import styles from './Gallery.module.css';

const nothing = () => undefined;

const commands: readonly PaletteCommand[] = [
  {
    id: 'r1',
    group: 'Releases',
    label: 'Payments 4.2',
    hint: 'Thu 26 Nov 22:00 · 7 of 11 gates',
    icon: Package,
    run: nothing,
  },
  {
    id: 'r2',
    group: 'Releases',
    label: 'Checkout 2026.12.0',
    hint: 'Wed 25 Nov 10:00',
    icon: Package,
    run: nothing,
  },
  {
    id: 'n',
    group: 'This screen',
    label: 'New release',
    icon: CalendarPlus,
    keys: 'n',
    run: nothing,
  },
  {
    id: 's',
    group: 'Go to',
    label: 'Settings',
    icon: Settings,
    also: 'theme dark light density',
    run: nothing,
  },
];

const keys = [
  { keys: ['j', 'k'], does: 'Next, previous row', group: 'Lists' },
  { keys: ['Enter'], does: 'Open', group: 'Lists' },
  { keys: ['Space'], does: 'Mark', group: 'Lists' },
  { keys: ['Ctrl+K'], does: 'Find or do anything', group: 'Everywhere' },
  { keys: ['?'], does: 'Keys of this screen', group: 'Everywhere' },
  { keys: ['Ctrl+Z'], does: 'Undo', group: 'Everywhere' },
  { keys: ['Esc'], does: 'Back', group: 'Everywhere' },
];

export function OverlaysPage() {
  const [open, setOpen] = useState<'palette' | 'keys' | 'confirm' | null>(null);
  const close = () => setOpen(null);
  return (
    <div className={styles['page']}>
      <Section title="What floats" note="dialogs only for what cannot be undone">
        <div className={styles['flow']}>
          <Button onClick={() => setOpen('palette')}>Open the palette</Button>
          <KeyHelpButton onOpen={() => setOpen('keys')} />
          <Button onClick={() => setOpen('confirm')}>Withdraw…</Button>
          <Button
            onClick={() =>
              showToast({
                text: 'Risk “Alias store fills up” removed',
                undo: () => showToast({ text: 'Risk is back' }),
              })
            }
          >
            Toast with undo
          </Button>
          <Button
            onClick={() =>
              showToast({
                text: 'GitHub Actions did not answer; the runs are as of 09:20',
                tone: 'failed',
              })
            }
          >
            Toast of a failure
          </Button>
        </div>
      </Section>
      <CommandPalette open={open === 'palette'} onClose={close} commands={commands} />
      <KeyHelp open={open === 'keys'} onClose={close} keys={keys} />
      <ConfirmDialog
        open={open === 'confirm'}
        title="Withdraw the approval of Payments 4.2?"
        action="Withdraw approval"
        onConfirm={close}
        onClose={close}
      >
        <p>
          The gate “Security sign-off” goes back to waiting. The decision stays in the history as
          withdrawn.
        </p>
        <p style={{ marginTop: 8 }}>
          <Change what="Readiness" from="7 of 11" to="6 of 11" />
        </p>
      </ConfirmDialog>
    </div>
  );
}
