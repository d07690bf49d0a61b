import type { StatusReport } from '#shared/model/reports/status.ts';
import { formatDate, formatInFull, zoneName } from '../../planning/zoned-time.ts';
import { withoutAddresses } from './free-text.ts';
import {
  bandInWords,
  conditionInWords,
  decidedInWords,
  deciderInWords,
  outcomeInWords,
  servicesInWords,
  standInWords,
  startInWords,
  summaryInWords,
  waitInWords,
  weekInWords,
  weekTitle,
} from './words.ts';

/** The page as plain text, to paste into a message or a chat; typed names are kept on their line. */
export function statusText(report: StatusReport): string {
  const { workspace, service, at, zone } = report;
  const lines = [
    `${line(workspace)}: release status${service === null ? '' : ` of ${line(service)}`}`,
    `${summaryInWords(report)}. As of ${formatInFull(at, zone)}; times are ${zoneName(zone)} unless said.`,
    ...report.weeks.flatMap((week) => [
      ...heading(`${weekTitle(week, report)}, ${weekInWords(week, report.today)}`),
      ...orNone(
        week.ships.map(
          (each) =>
            `- ${startInWords(each.startAt, each.zone, report)}  ${line(each.name)} (${line(servicesInWords(each))}) to ${line(each.environments.join(', '))}; ${line(each.owner)}; ${bandInWords(each.band)}; ${standInWords(each)}`,
        ),
        'Nothing ships.',
      ),
    ]),
    ...heading('At risk'),
    ...orNone(
      report.atRisk.flatMap(({ name, owner, reasons }) => [
        `- ${line(name)} (${line(owner)})`,
        ...reasons.map(({ text }) => `    ${line(text)}`),
      ]),
      'Nothing is at risk.',
    ),
    ...heading('What waits for whom'),
    ...orNone(
      report.waiting.flatMap(({ name, things }) => [
        `- ${line(name)}`,
        ...things.map(
          (thing) =>
            `    ${line(thing.release)}: ${line(thing.what)}; ${waitInWords(thing, report)}`,
        ),
      ]),
      'Nobody is waited for.',
    ),
    ...heading(`Decisions since ${formatDate(report.decidedFrom, report.today)}`),
    ...orNone(
      report.decisions.flatMap((each) => [
        `- ${line(each.release)}, ${line(each.gate)}: ${outcomeInWords[each.outcome]}${each.withdrawn ? ' (withdrawn)' : ''}, ${line(deciderInWords(each))}, ${decidedInWords(each, report)}`,
        ...each.conditions.map(
          (condition) => `    Condition: ${line(conditionInWords(condition, report))}`,
        ),
      ]),
      'Nothing was decided.',
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function heading(text: string): string[] {
  return ['', text.toUpperCase()];
}

function orNone(lines: readonly string[], none: string): readonly string[] {
  return lines.length === 0 ? [none] : lines;
}

function line(text: string): string {
  return withoutAddresses(text);
}
