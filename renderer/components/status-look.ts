import {
  CircleCheck,
  CircleDashed,
  CircleMinus,
  Clock,
  Flag,
  LoaderCircle,
  OctagonX,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { StatusKind } from '../app/theme/tokens.ts';

/** The icon and the word of each status; the same ones on every screen. */
export const statusLook: Record<StatusKind, { icon: LucideIcon; word: string }> = {
  passed: { icon: CircleCheck, word: 'Passed' },
  running: { icon: LoaderCircle, word: 'Running' },
  waiting: { icon: Clock, word: 'Waiting' },
  failed: { icon: OctagonX, word: 'Failed' },
  'out-of-date': { icon: CircleDashed, word: 'Out of date' },
  exception: { icon: Flag, word: 'By exception' },
  'not-applicable': { icon: CircleMinus, word: 'Not applicable' },
};
