import type { ControlState } from '#shared/model/governance/controls.ts';
import type { GateStatus } from '#shared/model/governance/gates.ts';
import type { ControlsReport, ReportedControl } from '#shared/model/reports/controls.ts';
import { formatInFull, zoneName } from '#shared/rules/planning/zoned-time.ts';
import {
  kindInWords,
  periodInWords,
  proofInWords,
  standInWords,
  stateInWords,
  summaryInWords,
} from '#shared/rules/reports/controls/words.ts';
import { pageOf } from '../frame.ts';
import { html } from '../html.ts';
import type { Content, Markup } from '../html.ts';
import { mark, name, named, none, paragraph, section, short, table } from '../dossier/pieces.ts';
import { styles } from '../dossier/styles.ts';
import { statusStyles } from '../status/styles.ts';

const marks: Record<ControlState, GateStatus> = {
  ...{ met: 'passed', excepted: 'out-of-date', open: 'failed' },
  'not-applicable': 'not-applicable',
};

/** The controls of a period as one HTML file that needs nothing beside it: read, printed, filed. */
export function renderControls(report: ControlsReport): string {
  const { workspace, zone, at, controls } = report;
  const period = periodInWords(report);
  const page = pageOf({
    title: html`${workspace}: controls, ${period}`,
    sheet: html`${styles(`${workspace}: controls, ${period}`)} ${statusStyles}`,
    body: html`<main class="status">
      <p class="eyebrow"><bdi>${workspace}</bdi> · as of ${formatInFull(at, zone)}</p>
      <h1>Controls, ${period}</h1>
      <p>${summaryInWords(report)}.</p>
      ${overview(controls)} ${controls.map((control) => controlSection(control, report))}
      <p class="foot">
        A release went out when its first deployment to production began. It is judged as it stood
        when it was closed, an open one as it stands now. A control applies where its condition
        holds; it is met when every gate it names that the release has was passed, and where it asks
        for evidence, evidence holds. Releases that went out before a control was entered are asked
        as well. Times are ${zoneName(zone)}. Who decided is as entered: Slipway records on a
        workstation who is said to act, it does not prove it.
      </p>
    </main>`,
  });
  return page.toString();
}

function overview(controls: readonly ReportedControl[]): Markup {
  const columns = [short('Control'), named('Name'), 'Source', 'In this period'];
  const rows = controls.map((control): Content[] => [
    html`<a href="#${control.id}">${name(control.key)}</a>`,
    name(control.name),
    name(control.source),
    standInWords(control),
  ]);
  return section({
    ...{ id: 'overview', title: 'Overview' },
    body: table(columns, rows, 'The register has no control.'),
  });
}

function controlSection(control: ReportedControl, { zone }: ControlsReport): Markup {
  const columns = [named('Release'), short('Went out'), short('State'), 'Proven by', 'Missing'];
  const rows = control.releases.map((release): Content[] => [
    html`${name(release.name)} <small>R-${release.number} · ${release.type}</small> ${
        control.applies.trim() === '' ? null : html`<small>${name(release.why)}</small>`
      }`,
    formatInFull(release.wentOutAt, zone),
    mark(marks[release.state], stateInWords[release.state]),
    lines(release.proofs.filter(({ holds }) => holds !== 'no').map(proofInWords)),
    lines(release.missing),
  ]);
  const applies = control.applies.trim();
  return section({
    id: control.id,
    title: html`${name(control.key)} ${name(control.name)}`,
    count: standInWords(control),
    body: html`<p>
        ${kindInWords[control.kind]} · <bdi>${control.source}</bdi>${
          control.retiredAt === null ? null : ' · no longer in use'
        }
      </p>
      ${paragraph(control.proof)}
      <p>
        ${
          applies === ''
            ? 'It applies to every release.'
            : html`It applies where <code>${applies}</code> holds.`
        }
      </p>
      ${table(columns, rows, 'It applied to no release of this period.')}`,
  });
}

function lines(texts: readonly string[]): Content {
  if (texts.length === 0) return none();
  return texts.map((text) => html`<div dir="auto">${text}</div> `);
}
