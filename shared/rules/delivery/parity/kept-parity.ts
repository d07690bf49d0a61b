import type {
  KeptParityRow,
  KeptSetting,
  ParityAcceptance,
  ParityCounts,
} from '#shared/model/delivery/parity.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { formatInFull } from '../../planning/zoned-time.ts';

export type Accepted = Omit<ParityAcceptance, 'lapsed'> & {
  key: string;
  leftHash: string | null;
  rightHash: string | null;
};

/** More differences than this are no list to go through: these are not two of the same. */
export const mostDifferences = 1000;

/**
 * The settings of a kept comparison with what was accepted of them. An acceptance holds for the two
 * values it was given for; once either is another one it has lapsed.
 */
export function keptRows(
  settings: readonly KeptSetting[],
  acceptances: readonly Accepted[],
): KeptParityRow[] {
  const accepted = new Map(acceptances.map((each) => [each.key, each]));
  return settings.map(({ key, state, secret, left, right }) => {
    const found = state === 'same' ? undefined : accepted.get(key);
    if (found === undefined) return { key, state, secret, acceptance: null };
    const { id, reason, ownerId, acceptedAt, acceptedById, leftHash, rightHash } = found;
    const lapsed = leftHash !== left || rightHash !== right;
    const acceptance = { id, reason, ownerId, acceptedAt, acceptedById, lapsed };
    return { key, state, secret, acceptance };
  });
}

export function countParity(rows: readonly KeptParityRow[]): {
  counts: ParityCounts;
  accepted: number;
  open: number;
} {
  const counts = { 'only-left': 0, 'only-right': 0, different: 0, same: 0 };
  for (const { state } of rows) counts[state] += 1;
  const accepted = rows.filter(
    ({ acceptance }) => acceptance !== null && !acceptance.lapsed,
  ).length;
  return { counts, accepted, open: rows.length - counts.same - accepted };
}

/** `staging-eu and prod-eu on Sat 28 Nov 2026 09:00 London: 9 settings the same, 2 differ, …` */
export function parityInWords({
  left,
  right,
  service,
  comparedAt,
  zone,
  counts,
  accepted,
  open,
}: {
  left: string;
  right: string;
  service: string | null;
  comparedAt: string;
  zone: string;
  counts: ParityCounts;
  accepted: number;
  open: number;
}): string {
  const of = service === null ? '' : ` of ${service}`;
  const when = formatInFull(comparedAt, zone);
  const differ = counts.different + counts['only-left'] + counts['only-right'];
  const settled =
    differ === 0
      ? 'nothing differs'
      : `${differ} ${differ === 1 ? 'differs' : 'differ'}, ${accepted} accepted with a reason, ${open} open`;
  const same = `${counts.same} ${counts.same === 1 ? 'setting' : 'settings'} the same`;
  return `Settings${of} in ${left} and ${right} on ${when}: ${same}, ${settled}.`;
}

/** The settings that can be accepted: each differs in this comparison. Refuses others by name. */
export function acceptable(
  settings: readonly KeptSetting[],
  keys: readonly string[],
): KeptSetting[] {
  const known = new Map(settings.map((setting) => [setting.key, setting]));
  return [...new Set(keys)].map((key) => {
    const found = known.get(key);
    if (found !== undefined && found.state !== 'same') return found;
    const what = found === undefined ? 'is not in this comparison' : 'does not differ';
    throw new Refusal(
      'invalid_input',
      `${key} ${what}; nothing was accepted. Choose settings that differ.`,
      { keys: `names ${key}, which ${what}` },
    );
  });
}
