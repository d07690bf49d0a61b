import { useEffect, useState } from 'react';
import { copyText } from './copy-text.ts';

export type CopyState = 'idle' | 'copied' | 'refused';

/** Copies on demand and tells for two seconds how it went. */
export function useCopied(): [CopyState, (text: string | Promise<string>) => void] {
  const [state, setState] = useState<CopyState>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), 2000);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = (text: string | Promise<string>) => {
    void Promise.resolve(text)
      .then(copyText)
      .then((done) => setState(done ? 'copied' : 'refused'));
  };
  return [state, copy];
}
