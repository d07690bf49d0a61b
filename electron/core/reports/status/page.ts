import type { StatusReport } from '#shared/model/reports/status.ts';
import { formatDate, formatInFull, zoneName } from '#shared/rules/planning/zoned-time.ts';
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
} from '#shared/rules/reports/status/words.ts';
import { pageOf } from '../frame.ts';
import { html } from '../html.ts';
import type { Content, Markup } from '../html.ts';
import { bandMark, mark, name, named, section, short, table } from '../dossier/pieces.ts';
import { styles } from '../dossier/styles.ts';
import { decisionMarks } from '../dossier/words.ts';
import { statusStyles } from './styles.ts';

/** The status of two weeks as one HTML file that needs nothing beside it: read, printed, passed on. */
export function renderStatus(report: StatusReport): string {
  const { workspace, service, at, zone, weeks, decidedFrom, today } = report;
  const title = `Release status${service === null ? '' : ` of ${service}`}`;
  const decided = `Decisions since ${formatDate(decidedFrom, today)}`;
  const page = pageOf({
    title: html`${workspace}: ${title}`,
    sheet: html`${styles(`${workspace}: release status, ${formatInFull(at, zone)}`)} ${statusStyles}`,
    body: html`<main class="status">
      <p class="eyebrow"><bdi>${workspace}</bdi> · as of ${formatInFull(at, zone)}</p>
      <h1><bdi>${title}</bdi></h1>
      <p>${summaryInWords(report)}.</p>
      ${weeks.map((week, index) => weekSection(week, index, report))}
      ${section({ id: 'risk', title: 'At risk', body: atRisk(report) })}
      ${section({ id: 'waiting', title: 'What waits for whom', body: waiting(report) })}
      ${section({ id: 'decisions', title: decided, body: decisions(report) })}
      <p class="foot">
        Times are ${zoneName(zone)} unless another city is named. Who decided is as entered: Slipway
        records on a workstation who is said to act, it does not prove it.
      </p>
    </main>`,
  });
  return page.toString();
}

function weekSection(
  week: StatusReport['weeks'][number],
  index: number,
  report: StatusReport,
): Markup {
  const columns = [
    ...[short('Start'), named('Release'), 'Service', 'To', named('Owner'), short('Risk')],
    'Stands',
  ];
  const rows = week.ships.map((each): Content[] => [
    startInWords(each.startAt, each.zone, report),
    html`${name(each.name)} <small>R-${each.number} · ${each.type}</small>`,
    name(servicesInWords(each)),
    name(each.environments.join(', ')),
    name(each.owner),
    bandMark(each.band, bandInWords(each.band)),
    standInWords(each),
  ]);
  return section({
    id: `week-${index + 1}`,
    title: weekTitle(week, report),
    count: weekInWords(week, report.today),
    body: table(columns, rows, 'Nothing ships.'),
  });
}

function atRisk(report: StatusReport): Content {
  if (report.atRisk.length === 0) return html`<p class="none">Nothing is at risk.</p>`;
  return report.atRisk.map(
    ({ name: release, owner, startAt, zone, reasons }) =>
      html`<article>
        <h3>
          ${name(release)}
          <span class="count"
            >${name(owner)}${
              startAt === null ? null : html` · ${startInWords(startAt, zone, report)}`
            }</span
          >
        </h3>
        <ul>
          ${reasons.map(({ text }) => html`<li dir="auto">${text}</li> `)}
        </ul>
      </article> `,
  );
}

function waiting(report: StatusReport): Content {
  if (report.waiting.length === 0) return html`<p class="none">Nobody is waited for.</p>`;
  return report.waiting.map(
    ({ name: person, things }) =>
      html`<article>
        <h3>${name(person)}</h3>
        <ul>
          ${things.map(
            (thing) =>
              html`<li>
                ${name(thing.release)}: ${name(thing.what)},
                <span class="${thing.late ? 'late' : 'quiet'}">${waitInWords(thing, report)}</span>
              </li> `,
          )}
        </ul>
      </article> `,
  );
}

function decisions(report: StatusReport): Markup {
  const columns = [short('Outcome'), named('Release'), 'Gate', named('By'), 'When', 'Conditions'];
  const rows = report.decisions.map((each): Content[] => {
    const { status, word } = decisionMarks[each.outcome];
    return [
      each.withdrawn ? html`<s>${outcomeInWords[each.outcome]}</s> withdrawn` : mark(status, word),
      name(each.release),
      name(each.gate),
      name(deciderInWords(each)),
      decidedInWords(each, report),
      each.conditions.map(
        (condition) => html`<div>${name(conditionInWords(condition, report))}</div> `,
      ),
    ];
  });
  return table(columns, rows, 'Nothing was decided.');
}
