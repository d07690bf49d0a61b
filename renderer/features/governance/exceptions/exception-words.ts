import type { ExceptionState } from '#shared/model/governance/exceptions.ts';
import type { StatusKind } from '../../../app/theme/tokens.ts';

/** How an exception is marked where it stands. */
export const exceptionLook: Record<ExceptionState, { kind: StatusKind; word: string }> = {
  asked: { kind: 'waiting', word: 'Waits for a decision' },
  granted: { kind: 'exception', word: 'Granted' },
  refused: { kind: 'failed', word: 'Refused' },
  withdrawn: { kind: 'not-applicable', word: 'Withdrawn' },
  expired: { kind: 'out-of-date', word: 'Expired' },
};
