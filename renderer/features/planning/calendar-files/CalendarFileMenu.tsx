import { Suspense, useMemo, useRef, useState } from 'react';
import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { CalendarArrowDown, ChevronDown, OctagonX } from 'lucide-react';
import { useProcedure } from '../../../api/useProcedure.ts';
import { lazyScreen } from '../../../state/lazy-screen.ts';
import { useScreenCommands } from '../../../state/screen-commands.ts';
import styles from './calendar-files.module.css';
import { useExport } from './use-export.ts';

const ImportDialog = lazyScreen(async () => (await import('./ImportDialog.tsx')).ImportDialog);
const PublishDialog = lazyScreen(async () => (await import('./PublishDialog.tsx')).PublishDialog);

/** What comes out of the calendar as a file, and into it. */
export function CalendarFileMenu() {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [dialog, setDialog] = useState<'import' | 'publish' | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { pending, save } = useExport();
  const failed = useProcedure('calendar.publishing', {}).data?.failed ?? null;
  const pick = (act: () => void) => () => {
    setAnchor(null);
    act();
  };
  const close = () => {
    setDialog(null);
    button.current?.focus();
  };
  const commands = useMemo(
    () => [
      {
        id: 'import-calendar-file',
        label: 'Import a calendar file…',
        run: () => setDialog('import'),
      },
      {
        id: 'publish-calendar',
        label: 'Publish the calendar to a folder…',
        run: () => setDialog('publish'),
      },
    ],
    [],
  );
  useScreenCommands(commands);
  return (
    <>
      <Button
        ref={button}
        startIcon={<CalendarArrowDown />}
        endIcon={<ChevronDown />}
        disabled={pending}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        title="iCalendar files (.ics): export, publish, import"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        Calendar file
        {failed !== null && (
          <OctagonX
            className={styles['failed']}
            size={14}
            role="img"
            aria-label="The calendar was not published"
          />
        )}
      </Button>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { 'aria-label': 'Calendar file' } }}
      >
        <MenuItem onClick={pick(() => void save(false))}>Export deployments</MenuItem>
        <MenuItem onClick={pick(() => void save(true))}>Export deployments and windows</MenuItem>
        <MenuItem onClick={pick(() => setDialog('publish'))}>
          <span className={styles['item']}>
            Publish to a folder…
            {failed !== null && (
              <span className={styles['wrong']}>
                <OctagonX size={14} aria-hidden />
                Not written. {failed.message}
              </span>
            )}
          </span>
        </MenuItem>
        <Divider />
        <MenuItem onClick={pick(() => setDialog('import'))}>Import a calendar file…</MenuItem>
      </Menu>
      <Suspense>
        {dialog === 'import' && <ImportDialog onClose={close} />}
        {dialog === 'publish' && <PublishDialog onClose={close} />}
      </Suspense>
    </>
  );
}
