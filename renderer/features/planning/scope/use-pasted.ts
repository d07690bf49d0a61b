import { useCallback, useState } from 'react';
import { dropDraft, readDraft, writeDraft } from '../../../state/draft.ts';

export type Pasted = {
  isOpen: boolean;
  text: string;
  /** Opens the panel, with a text that was pasted elsewhere or with what was there. */
  open: (text: string) => void;
  type: (text: string) => void;
  close: () => void;
};

/** The text of a list on its way into the scope; it outlives a reload until it is added or given up. */
export function usePasted(releaseId: string): Pasted {
  const key = `scope.paste.${releaseId}`;
  const [text, setText] = useState(() => textOf(readDraft(key)));
  const [isOpen, setIsOpen] = useState(text !== '');
  const type = useCallback(
    (typed: string) => {
      setText(typed);
      writeDraft(key, typed);
    },
    [key],
  );
  const open = useCallback(
    (given: string) => {
      if (given !== '') type(given);
      setIsOpen(true);
    },
    [type],
  );
  const close = useCallback(() => {
    setText('');
    dropDraft(key);
    setIsOpen(false);
  }, [key]);
  return { isOpen, text, open, type, close };
}

function textOf(draft: unknown): string {
  return typeof draft === 'string' ? draft : '';
}
