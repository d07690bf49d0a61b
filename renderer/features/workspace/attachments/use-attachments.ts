import type { CallError } from '#shared/contract/procedure.ts';
import type { Attachment } from '#shared/model/workspace/attached.ts';
import { unknownType } from '#shared/rules/workspace/media-types.ts';
import { useKeepAnswer } from '../../../api/keep-answer.ts';
import { useAsk } from '../../../api/useAsk.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { saveFile } from '../../../components/save-file.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';

export type AttachmentActions = {
  /** Hands the file to the browser to keep; never to open or show it. */
  save: (file: Attachment) => Promise<CallError | null>;
  /** The bytes of a picture, to be shown. */
  read: (file: Attachment) => Promise<Uint8Array<ArrayBuffer> | CallError>;
  remove: (file: Attachment) => Promise<CallError | null>;
};

/** What can be done with the files of a release. */
export function useAttachments(): AttachmentActions {
  const get = useAsk('attachments.get');
  const remove = useCommand('attachments.remove').run;
  const keep = useKeepAnswer();
  const read: AttachmentActions['read'] = async ({ id }) => {
    const answer = await get({ id });
    return answer.ok ? bytesOf(answer.value.content) : answer.error;
  };
  return {
    read,
    save: async (file) => {
      const content = await read(file);
      if (!(content instanceof Uint8Array)) return content;
      saveFile(file.name, unknownType, content);
      return null;
    },
    remove: async ({ id, releaseId, name }) => {
      const answer = await remove({ id });
      if (!answer.ok) return answer.error;
      keep('attachments.list', { releaseId }, (list) => list.filter((one) => one.id !== id));
      showToast({ text: `${name} removed; history keeps it`, undo: undoOf(answer) });
      return null;
    },
  };
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let place = 0; place < text.length; place += 1) bytes[place] = text.charCodeAt(place);
  return bytes;
}
