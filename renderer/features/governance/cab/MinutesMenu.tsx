import { useState } from 'react';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { ChevronDown } from 'lucide-react';
import { useSaveMinutes } from './use-save-minutes.ts';

/** The minutes as a file, as far as they have come. */
export function MinutesMenu({ meetingId }: { meetingId: string }) {
  const save = useSaveMinutes(meetingId);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const pick = (run: () => Promise<void>) => () => {
    setAnchor(null);
    void run();
  };
  return (
    <>
      <Button
        endIcon={<ChevronDown />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        Minutes
      </Button>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ list: { 'aria-label': 'Save the minutes' } }}
      >
        <MenuItem onClick={pick(() => save('html'))}>Save as HTML, to read and print</MenuItem>
        <MenuItem onClick={pick(() => save('markdown'))}>Save as Markdown</MenuItem>
        <MenuItem onClick={pick(() => save('A4'))}>Save as PDF, A4</MenuItem>
        <MenuItem onClick={pick(() => save('Letter'))}>Save as PDF, Letter</MenuItem>
      </Menu>
    </>
  );
}
