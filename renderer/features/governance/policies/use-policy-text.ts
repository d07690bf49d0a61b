import { useState } from 'react';
import { z } from 'zod';
import { dropDraft, readDraft, writeDraft } from '../../../state/draft.ts';
import type { PolicySource } from './PolicySettings.tsx';

const kept = z.object({ text: z.string() });

/** What is typed into a policy; it outlives navigation and reload until it is saved or given up. */
export function usePolicyText(source: PolicySource, saved: string) {
  const key = `policy.${'id' in source ? source.id : source.profile}`;
  const [typed, setTyped] = useState(() => kept.safeParse(readDraft(key)).data?.text ?? null);
  return {
    text: typed ?? saved,
    isDirty: typed !== null && typed !== saved,
    change: (text: string) => {
      setTyped(text);
      writeDraft(key, { text });
    },
    /** Back to what is saved. */
    settle: () => {
      setTyped(null);
      dropDraft(key);
    },
  };
}
