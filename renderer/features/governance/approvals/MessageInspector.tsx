import Button from '@mui/material/Button';
import { Copy, Download } from 'lucide-react';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { copyText } from '../../../components/copy-text.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Inspector, InspectorPart } from '../../../components/Inspector.tsx';
import { saveFile } from '../../../components/save-file.ts';
import { SkeletonText } from '../../../components/Skeleton.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import type { Names } from '../../planning/releases/index.ts';
import styles from './queue.module.css';

type MessageInspectorProps = { gateIds: readonly string[]; names: Names; onClose: () => void };

/** A message to those who have not answered, to copy or to save for a mail program. */
export function MessageInspector({ gateIds, names, onClose }: MessageInspectorProps) {
  const message = useProcedure('approvals.message', { gateIds: [...gateIds] });
  const { data } = message;
  const copy = async (text: string) => {
    const copied = await copyText(text);
    showToast({
      text: copied ? 'Message copied' : 'The browser refused; select the text and copy it',
    });
  };
  return (
    <Inspector
      title="Message to those who have not answered"
      note="Slipway sends nothing: copy it, or open the file in your mail program."
      onClose={onClose}
      actions={
        data && (
          <>
            <Button
              variant="contained"
              color="primary"
              startIcon={<Copy />}
              onClick={() => void copy(data.text)}
            >
              Copy message
            </Button>
            <Button
              startIcon={<Download />}
              onClick={() => saveFile(data.fileName, 'message/rfc822', data.eml)}
            >
              Save as .eml
            </Button>
          </>
        )
      }
    >
      {message.isPending && <SkeletonText what="the message" lines={8} />}
      {message.isError && (
        <ErrorPanel
          {...errorParts('The message could not be written', message.error)}
          onRetry={() => void message.refetch()}
        />
      )}
      {data && (
        <>
          <InspectorPart title="To">
            <ul className={styles['people']}>
              {data.to.map(({ personId, name, email }) => (
                <li key={personId}>
                  <bdi>{name}</bdi> <bdi className={styles['address']}>{email}</bdi>
                </li>
              ))}
              {data.withoutAddress.map((id) => (
                <li key={id}>
                  <bdi>{names.person(id)}</bdi>{' '}
                  <span className={styles['address']}>
                    no address; <a href={`#/settings/people?sel=${id}`}>add one</a>
                  </span>
                </li>
              ))}
            </ul>
          </InspectorPart>
          {data.cc.length > 0 && (
            <InspectorPart title="Copy to those who are informed">
              <ul className={styles['people']}>
                {data.cc.map(({ personId, name, email }) => (
                  <li key={personId}>
                    <bdi>{name}</bdi> <bdi className={styles['address']}>{email}</bdi>
                  </li>
                ))}
              </ul>
            </InspectorPart>
          )}
          <InspectorPart title="Subject">
            <p dir="auto">{data.subject}</p>
          </InspectorPart>
          <InspectorPart title="Message">
            <p className={styles['message']} dir="auto">
              {data.text.trim()}
            </p>
          </InspectorPart>
        </>
      )}
    </Inspector>
  );
}
