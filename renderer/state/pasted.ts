import { useCallback, useState } from 'react';
import { dropDraft, readDraft, writeDraft } from './draft.ts';

export type Pasted = {
  isOpen: boolean;
  text: string;
  /** Opens the panel, with a text that was pasted elsewhere or with what was there. */
  open: (text: string) => void;
  type: (text: string) => void;
  close: () => void;
};

/** The text of a list on its way in, under a key; it outlives a reload until it is added or given up. */
export function usePasted(key: string): Pasted {
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
