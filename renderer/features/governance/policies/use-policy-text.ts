import { useState } from 'react';
import { z } from 'zod';
import type { Output } from '#shared/contract/index.ts';
import { dropDraft, readDraft, writeDraft } from '../../../state/draft.ts';
import type { PolicySource } from './PolicySettings.tsx';

/** What was typed, and the revision it began on: that of a draft, null of what has none. */
const kept = z.object({ text: z.string(), rev: z.number().nullable() });

/** What is typed into a policy; it outlives navigation and reload until it is saved or given up. */
export function usePolicyText(
  source: PolicySource,
  { version, text: saved }: Output<'policies.get'>,
) {
  const key = `policy.${'id' in source ? source.id : source.profile}`;
  const [typed, setTyped] = useState(() => kept.safeParse(readDraft(key)).data ?? null);
  return {
    text: typed?.text ?? saved,
    /** Given back with the save: what somebody else saved since is then noticed. */
    baseRev: typed === null ? version.rev : typed.rev,
    isDirty: typed !== null && typed.text !== saved,
    change: (text: string) => {
      const now = { text, rev: typed === null ? version.rev : typed.rev };
      setTyped(now);
      writeDraft(key, now);
    },
    /** Back to what is saved. */
    settle: () => {
      setTyped(null);
      dropDraft(key);
    },
  };
}
