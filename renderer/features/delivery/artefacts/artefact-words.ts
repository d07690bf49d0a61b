import type { ArtefactView } from '#shared/contract/delivery/artefacts.ts';
import type { StatusKind } from '../../../app/theme/tokens.ts';
import { numberText } from '../../../components/number-text.ts';
import { whenText } from '../../../components/when-text.ts';

const units = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;

/** `10.2 GB`, in thousands as registries count. */
export function sizeText(bytes: number): string {
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = bytes / 1000 ** step;
  const shown = step === 0 || value >= 100 ? Math.round(value) : Math.round(value * 10) / 10;
  return `${numberText(shown)} ${units[step]}`;
}

/** Whether the newest whole reading showed it, or since when none does. */
export function standingOf(
  { goneAt }: Pick<ArtefactView, 'goneAt'>,
  zone: string,
  now: string,
): { kind: StatusKind; label: string; since: string | null } {
  if (goneAt === null) return { kind: 'passed', label: 'There', since: null };
  const since = `not seen since ${whenText(goneAt, zone, now)}`;
  return { kind: 'not-applicable', label: 'Gone', since };
}
