import type { RiskBand } from '#shared/model/governance/risks.ts';
import type { ReleaseType } from '#shared/model/planning/releases.ts';
import { isWorkingDay } from '../working-days.ts';
import { dateIn, formatDate } from '../zoned-time.ts';
import type { Clash, Judged, Placed } from './ground.ts';
import { workingDaysInWords } from './times.ts';

const byBand: Record<RiskBand, number> = { low: 1, medium: 3, high: 5, critical: 10 };

/** Working days people are told beforehand: what restores a service waits for none. */
export function noticeOf(type: ReleaseType, band: RiskBand): number {
  if (type === 'emergency') return 0;
  if (type === 'hotfix' && (band === 'low' || band === 'medium')) return 0;
  return byBand[band];
}

type Work = Judged['work'];

/** Days are counted for each start that is tried out: reckoned as numbers, without a calendar. */
function dayAfter(date: string): string {
  return new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
}

function works(date: string, { workingDays, holidays }: Work): boolean {
  return isWorkingDay(date, workingDays) && !holidays.has(date);
}

/** Working days after the one date up to the other, which counts. */
export function noticeDays(from: string, to: string, work: Work): number {
  let count = 0;
  for (let date = dayAfter(from); date <= to; date = dayAfter(date)) {
    if (works(date, work)) count += 1;
  }
  return count;
}

/** The first day with so many working days of notice. */
export function earliestWith(days: number, from: string, work: Work): string {
  let date = from;
  // A calendar on which nobody ever works has no such day: a year is enough to find that out.
  for (let left = days, tries = 0; left > 0 && tries < 400; tries += 1) {
    date = dayAfter(date);
    if (works(date, work)) left -= 1;
  }
  return date;
}

/**
 * Whether people are told early enough for the risk the release has on that day; `askedAt` is when
 * the start was set. In a freeze the risk is at least high, and asks for more.
 */
export function shortNotice(
  placed: readonly Placed[],
  judged: Judged,
  freezes: readonly Clash[],
  askedAt: number,
): Clash[] {
  const lead = placed.find(({ leads }) => leads);
  if (lead === undefined) return [];
  const { release, risk, work } = judged;
  const band = freezes.length > 0 ? risk.bandInFreeze : risk.band;
  const needed = noticeOf(release.type, band);
  if (needed === 0) return [];
  const askedOn = dateIn(new Date(askedAt).toISOString(), lead.zone);
  const startOn = dateIn(new Date(lead.from).toISOString(), lead.zone);
  const earliest = earliestWith(needed, askedOn, work);
  if (startOn >= earliest) return [];
  return [
    {
      key: 'minimum-notice',
      severity: 'blocked',
      subject: { kind: 'release', id: release.id, name: release.name },
      places: [lead.environment],
      times: null,
      zone: lead.zone,
      words: () => {
        const [from, to, first] = [askedOn, startOn, earliest].map((date) =>
          formatDate(date, askedOn),
        );
        const given = startOn < askedOn ? 0 : noticeDays(askedOn, startOn, work);
        return {
          what: `A release of ${band} risk is announced ${workingDaysInWords(needed)} ahead; from ${from} to ${to} there ${given === 1 ? 'is' : 'are'} ${given}. The earliest day is ${first}.`,
          scope: '',
          rule: 'Notice by risk: low 1, medium 3, high 5, critical 10 working days; an emergency needs none, a hotfix of low or medium risk neither.',
          override: 'A second person can grant an exception.',
          arithmetic: `${arithmeticOf(judged, band, freezes)}; ${band} needs ${needed}, given ${given}`,
        };
      },
    },
  ];
}

function arithmeticOf({ risk }: Judged, band: RiskBand, freezes: readonly Clash[]): string {
  const raised = [
    ...risk.raisedBy,
    ...[...new Set(freezes.map(({ subject }) => `inside ${subject.name}`))],
  ];
  return raised.length === 0
    ? risk.arithmetic
    : `${risk.arithmetic}; at least high, so ${band}: ${raised.join('; ')}`;
}
