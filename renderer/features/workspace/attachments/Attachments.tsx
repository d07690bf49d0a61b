import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { SkeletonText } from '../../../components/Skeleton.tsx';
import { standsAt } from '../comments/index.ts';
import type { AttachedPage, AttachedTo } from '../comments/index.ts';
import { AttachmentRow } from './AttachmentRow.tsx';
import { AttachPlace } from './AttachPlace.tsx';
import { useAttach } from './use-attach.ts';
import { useAttachments } from './use-attachments.ts';
import { useFileDrop } from './use-file-drop.ts';
import styles from './attachments.module.css';

type AttachmentsProps = { page: AttachedPage; about: AttachedTo };

/** The files attached to one thing; more are attached by button or by dropping them here. */
export function Attachments({ page, about }: AttachmentsProps) {
  const { editable, release } = page;
  const releaseId = release.id;
  const list = useProcedure('attachments.list', { releaseId });
  const actions = useAttachments();
  const attach = useAttach({ releaseId, ...about });
  const drop = useFileDrop(
    editable,
    (dropped, folders) => void attach.take(dropped, folders.map(folderProblem)),
  );
  const files = (list.data ?? []).filter((one) => standsAt(about, one));
  return (
    <div
      className={`${styles['files']} ${drop.isOver ? styles['over'] : ''}`}
      data-attach={about.subject}
      {...drop.place}
    >
      {list.isPending && <SkeletonText lines={2} what="attachments" />}
      {list.isError && list.data === undefined && (
        <ErrorPanel
          {...errorParts('The attachments could not be read', list.error)}
          onRetry={() => void list.refetch()}
        />
      )}
      {list.isSuccess && files.length === 0 && (
        <p className={styles['none']}>Nothing is attached.</p>
      )}
      {files.length > 0 && (
        <ul aria-label="Attachments">
          {files.map((file) => (
            <AttachmentRow
              key={file.id}
              file={file}
              page={page}
              isLeft={file.subjectId !== about.subjectId}
              actions={actions}
            />
          ))}
        </ul>
      )}
      {list.isSuccess && editable && <AttachPlace attach={attach} />}
    </div>
  );
}

function folderProblem(name: string): string {
  return `${name} is a folder. Compress it, then attach the archive.`;
}
