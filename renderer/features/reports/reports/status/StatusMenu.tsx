import { useState } from 'react';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { ChevronDown, Copy } from 'lucide-react';
import type { Input } from '#shared/contract/index.ts';
import { useAsk } from '../../../../api/useAsk.ts';
import { copyText } from '../../../../components/copy-text.ts';
import { saveFile } from '../../../../components/save-file.ts';
import { showToast } from '../../../../components/toasts/toast-store.ts';

type Asked = Pick<Input<'reports.statusFile'>, 'week' | 'serviceId'>;
type Wish = Pick<Input<'reports.statusFile'>, 'format' | 'to'>;

/** The page to pass on: as text, as one file, or as a draft for a mail program. */
export function StatusMenu({ asked }: { asked: Asked }) {
  const ask = useAsk('reports.statusFile');
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const made = async (wish: Wish) => {
    setAnchor(null);
    const answer = await ask({ ...asked, ...wish });
    if (answer.ok) return answer.value;
    showToast({ text: answer.error.message, tone: 'failed' });
    return null;
  };
  const copy = async () => {
    const file = await made({ format: 'text' });
    if (file === null) return;
    const copied = await copyText(file.text);
    showToast({
      text: copied ? 'Status copied' : 'The browser refused; save the page as HTML and copy there',
    });
  };
  const save = async (wish: Wish) => {
    const file = await made(wish);
    if (file === null) return;
    saveFile(file.fileName, file.mediaType, file.text);
    const nobody = wish.to === 'informed' && file.recipients === 0;
    const whom = nobody ? '; no informed stakeholder has an address, so add them yourself' : '';
    showToast({ text: `Saved ${file.fileName}${whom}` });
  };
  return (
    <>
      <Button startIcon={<Copy />} onClick={() => void copy()}>
        Copy as text
      </Button>
      <Button
        variant="contained"
        endIcon={<ChevronDown />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        Pass on
      </Button>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ list: { 'aria-label': 'Pass the status on' } }}
      >
        <MenuItem onClick={() => void save({ format: 'html' })}>
          Save as HTML, to read and print
        </MenuItem>
        <MenuItem onClick={() => void save({ format: 'eml', to: 'nobody' })}>
          Save as e-mail, without recipients
        </MenuItem>
        <MenuItem onClick={() => void save({ format: 'eml', to: 'informed' })}>
          Save as e-mail to those who are informed
        </MenuItem>
      </Menu>
    </>
  );
}
