import type { Envelope } from '#shared/contract/procedure.ts';
import { useKeepAnswer } from '../../../../api/keep-answer.ts';
import { useCommand } from '../../../../api/useCommand.ts';
import { showToast } from '../../../../components/toasts/toast-store.ts';
import type { Release } from '../release-page.ts';

/** Each answers null when it is done, or why it was refused. */
export type Life = {
  advance: () => Promise<string | null>;
  hold: (reason: string) => Promise<string | null>;
  resume: () => Promise<string | null>;
  postpone: (startAt: string, reason: string) => Promise<string | null>;
  cancel: (reason: string) => Promise<string | null>;
  close: (outcome: 'released' | 'rolled-back', note: string) => Promise<string | null>;
};

/** What happens to the release as a whole. */
export function useLife(release: Release): Life {
  const { id, rev } = release;
  const keep = useKeepAnswer();
  const advance = useCommand('releases.advance').run;
  const hold = useCommand('releases.hold').run;
  const resume = useCommand('releases.resume').run;
  const postpone = useCommand('releases.postpone').run;
  const cancel = useCommand('releases.cancel').run;
  const close = useCommand('releases.close').run;
  const done = (answer: Envelope<Release>, text: string) => {
    if (!answer.ok) return answer.error.message;
    const { value } = answer;
    keep('releases.get', { id }, () => value);
    showToast({ text });
    return null;
  };
  return {
    advance: async () => done(await advance({ id, rev }), 'On to the next phase'),
    hold: async (reason) => done(await hold({ id, rev, reason }), 'On hold'),
    resume: async () => done(await resume({ id, rev }), 'Off hold'),
    postpone: async (startAt, reason) =>
      done(await postpone({ id, rev, startAt, reason }), 'Postponed'),
    cancel: async (reason) => done(await cancel({ id, rev, reason }), 'Cancelled'),
    close: async (outcome, note) => done(await close({ id, rev, outcome, note }), 'Closed'),
  };
}
