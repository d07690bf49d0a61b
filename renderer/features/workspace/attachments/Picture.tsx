import { useEffect, useId, useMemo, useState } from 'react';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import type { Attachment } from '#shared/model/workspace/attached.ts';
import styles from './attachments.module.css';

type PictureProps = {
  file: Attachment;
  content: Uint8Array<ArrayBuffer>;
  onSave: () => void;
  onClose: () => void;
};

/** A picture in full. Only kinds that are pixels alone come here, by their content and not their name. */
export function Picture({ file, content, onSave, onClose }: PictureProps) {
  const id = useId();
  const [isBroken, setBroken] = useState(false);
  const url = useMemo(
    () => URL.createObjectURL(new Blob([content], { type: file.mediaType })),
    [content, file.mediaType],
  );
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return (
    <Dialog open onClose={onClose} maxWidth="lg" aria-labelledby={id}>
      <DialogTitle id={id}>
        <bdi>{file.name}</bdi>
      </DialogTitle>
      <DialogContent>
        {isBroken ? (
          <p>
            This picture cannot be shown: it may be too large or damaged. Save it to look at it.
          </p>
        ) : (
          <img
            src={url}
            alt={file.name}
            className={styles['picture']}
            onError={() => setBroken(true)}
          />
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onSave}>Save to this machine</Button>
        <Button onClick={onClose} autoFocus>
          Close
        </Button>
      </DialogActions>
    </Dialog>
  );
}
