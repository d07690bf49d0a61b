import type { RiskBand } from '#shared/model/governance/risks.ts';
import type { DecisionChannel, DecisionOutcome } from '#shared/model/governance/gates.ts';
import type {
  DecisionTaken,
  Shipping,
  StatusReport,
  WaitingPerson,
} from '#shared/model/reports/status.ts';
import { counted } from '../../governance/gate-outcome.ts';
import { formatDate, formatWhen, zoneName } from '../../planning/zoned-time.ts';

/** The words of a status page, the same on the screen, in a file and in a message. */

const bandWords: Record<RiskBand, string> = {
  low: 'Low risk',
  medium: 'Medium risk',
  high: 'High risk',
  critical: 'Critical risk',
};

export const outcomeInWords: Record<DecisionOutcome, string> = {
  go: 'Go',
  'conditional-go': 'Conditional go',
  'no-go': 'No-go',
  deferred: 'Deferred',
  abstain: 'Abstained',
};

const channelInWords: Record<DecisionChannel, string> = {
  self: 'in person',
  meeting: 'in a meeting',
  'response-file': 'by response file',
  'e-mail': 'by e-mail',
};

export function bandInWords(band: RiskBand): string {
  return bandWords[band];
}

/** `Mon 23 Nov – Sun 29 Nov`. */
export function weekInWords({ from, to }: { from: string; to: string }, today: string): string {
  return `${formatDate(from, today)} – ${formatDate(to, today)}`;
}

/** `This week`, `Next week`, or nothing where the days alone say it. */
export function weekTitle(week: { from: string; to: string }, report: StatusReport): string {
  const [first] = report.weeks;
  if (week.from <= report.today && report.today <= week.to) return 'This week';
  const isNow = first !== undefined && first.from <= report.today && report.today <= first.to;
  return isNow ? 'Next week' : 'Week';
}

/** `Thu 26 Nov 22:00`, with the city where it is not the workspace's. */
export function startInWords(at: string, zone: string, report: StatusReport): string {
  const text = formatWhen(at, zone, report.at);
  return zone === report.zone ? text : `${text} ${zoneName(zone)}`;
}

/** Where it stands in a few words: `Released`, `On hold`, `6 of 11 gates`. */
export function standInWords({ outcome, onHold, gates }: Shipping): string {
  if (outcome === 'released') return 'Released';
  if (outcome === 'rolled-back') return 'Rolled back';
  if (outcome === 'cancelled') return 'Cancelled';
  const passed = gates === null ? 'Closed' : `${gates.passed} of ${counted(gates.total, 'gate')}`;
  return onHold ? `On hold, ${passed}` : passed;
}

/** `payments-api 4.2.0, checkout 2026.11.0`. */
export function servicesInWords({ services }: Shipping): string {
  return services.map(({ name, version }) => `${name} ${version}`.trim()).join(', ');
}

/** `since Thu 26 Nov 10:00, due Fri 27 Nov`; what nobody asked for says so. */
export function waitInWords(thing: WaitingPerson['things'][number], report: StatusReport): string {
  const { since, dueOn, late } = thing;
  const asked =
    since === null ? 'not asked yet' : `since ${formatWhen(since, report.zone, report.at)}`;
  if (dueOn === null) return `${asked}, no date`;
  return `${asked}, ${late ? 'was due' : 'due'} ${formatDate(dueOn, report.today)}`;
}

/** `Ana Duarte for Jon Bell`. */
export function deciderInWords({ who, instead }: DecisionTaken): string {
  return instead === '' ? who : `${who} for ${instead}`;
}

export function decidedInWords({ at, channel }: DecisionTaken, report: StatusReport): string {
  return `${formatWhen(at, report.zone, report.at)}, ${channelInWords[channel]}`;
}

/** `Verify rounding (Jon Bell, due Fri 27 Nov)`. */
export function conditionInWords(
  { text, owner, dueOn, met }: DecisionTaken['conditions'][number],
  report: StatusReport,
): string {
  return `${text} (${owner}, ${met ? 'met' : `due ${formatDate(dueOn, report.today)}`})`;
}

/** What the page says in a sentence: `4 releases ship this week, 2 next; 1 is at risk`. */
export function summaryInWords({ weeks: [first, second], atRisk }: StatusReport): string {
  const now = first?.ships.length ?? 0;
  const next = second?.ships.length ?? 0;
  const ships = `${counted(now, 'release')} in the first week, ${next} in the second`;
  return `${ships}; ${atRisk.length === 0 ? 'nothing is at risk' : `${atRisk.length} at risk`}`;
}
