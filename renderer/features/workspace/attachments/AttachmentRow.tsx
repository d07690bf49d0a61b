import { useState } from 'react';
import IconButton from '@mui/material/IconButton';
import { Download, Eye, FileText, Image, Trash2 } from 'lucide-react';
import type { Attachment } from '#shared/model/workspace/attached.ts';
import { sizeInWords } from '#shared/rules/workspace/attachment-size.ts';
import { isPicture, mediaTypeInWords } from '#shared/rules/workspace/media-types.ts';
import { whenText } from '../../../components/when-text.ts';
import type { AttachedPage } from '../comments/index.ts';
import { Picture } from './Picture.tsx';
import type { AttachmentActions } from './use-attachments.ts';
import styles from './attachments.module.css';

type AttachmentRowProps = {
  file: Attachment;
  page: AttachedPage;
  /** It was attached to a thing that is gone, and stands with the release. */
  isLeft: boolean;
  actions: AttachmentActions;
};

/** One attached file: what it is, who brought it, and how to have it. */
export function AttachmentRow({ file, page, isLeft, actions }: AttachmentRowProps) {
  const [shown, setShown] = useState<Uint8Array<ArrayBuffer> | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { name, mediaType, bytes, hash, byId, at } = file;
  const { names, zone, now } = page;
  const picture = isPicture(mediaType);
  const Icon = picture ? Image : FileText;

  const during = async (work: () => Promise<{ message: string } | null>) => {
    setBusy(true);
    setRefusal((await work())?.message ?? null);
    setBusy(false);
  };
  const save = () => void during(() => actions.save(file));
  const show = () =>
    void during(async () => {
      const content = await actions.read(file);
      if (!(content instanceof Uint8Array)) return content;
      setShown(content);
      return null;
    });
  return (
    <li className={styles['row']} aria-busy={busy}>
      <Icon size={16} aria-hidden className={styles['icon']} />
      <span className={styles['main']}>
        <bdi className={styles['name']} title={`${name}\nSHA-256 ${hash}`}>
          {name}
        </bdi>
        <span className={styles['note']}>
          {mediaTypeInWords(mediaType)} · {sizeInWords(bytes)} · <bdi>{names.person(byId)}</bdi>,{' '}
          {whenText(at, zone, now)}
          {isLeft && ` · of a ${file.subject.replace('-', ' ')} that was removed since`}
        </span>
      </span>
      <span className={styles['actions']}>
        {picture && (
          <IconButton aria-label={`Show ${name}`} title="Show" disabled={busy} onClick={show}>
            <Eye />
          </IconButton>
        )}
        <IconButton
          aria-label={`Save ${name}`}
          title="Save to this machine"
          disabled={busy}
          onClick={save}
        >
          <Download />
        </IconButton>
        {page.editable && (
          <IconButton
            aria-label={`Remove ${name}`}
            title="Remove"
            disabled={busy}
            onClick={() => void during(() => actions.remove(file))}
          >
            <Trash2 />
          </IconButton>
        )}
      </span>
      {refusal !== null && (
        <p className={styles['refusal']} role="alert">
          {refusal}
        </p>
      )}
      {shown !== null && (
        <Picture file={file} content={shown} onSave={save} onClose={() => setShown(null)} />
      )}
    </li>
  );
}
