import { useState } from 'react';
import type { Output } from '#shared/contract/index.ts';
import { useProcedure } from '../../../api/useProcedure.ts';

/** The scope freeze of a release, and the reason typed for what comes after it. */
export type LateScope = {
  freeze: Output<'scope.freeze'> | undefined;
  reason: string;
  setReason: (reason: string) => void;
};

export function useLate(releaseId: string): LateScope {
  const freeze = useProcedure('scope.freeze', { releaseId }).data;
  const [reason, setReason] = useState('');
  return { freeze, reason, setReason };
}
