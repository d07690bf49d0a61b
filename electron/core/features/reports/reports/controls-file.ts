import { stringify } from 'csv-stringify/sync';
import type { Context } from '#core/context.ts';
import { fileName } from '#core/file-name.ts';
import { renderControls } from '#core/reports/controls/page.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { ControlsReport } from '#shared/model/reports/controls.ts';
import { assertNever } from '#shared/model/refusal.ts';
import { kindInWords, proofInWords, stateInWords } from '#shared/rules/reports/controls/words.ts';
import { gatherControls } from './controls.ts';

/** What an auditor is given: a page to read, a table to count, or the facts for another program. */
export function controlsFile(
  { format, ...asked }: Parsed<'reports.controlsFile'>,
  context: Context,
): Output<'reports.controlsFile'> {
  const report = gatherControls(asked, context);
  const { workspace, from, to } = report;
  const named = (ending: string) => fileName(workspace, `controls ${from} to ${to}`, ending);
  switch (format) {
    case 'html':
      return { fileName: named('html'), mediaType: 'text/html', text: renderControls(report) };
    case 'csv':
      return { fileName: named('csv'), mediaType: 'text/csv', text: tableOf(report) };
    case 'json':
      return {
        fileName: named('json'),
        mediaType: 'application/json',
        text: `${JSON.stringify(report, null, 2)}\n`,
      };
    default:
      return assertNever(format);
  }
}

const columns = [
  ...['Control', 'Name', 'Kind', 'Source', 'What proves it', 'Release', 'Release name', 'Type'],
  ...['Went out', 'State', 'Why it applies', 'Proven by', 'Missing'],
];

/** A line for each control and release; what a spreadsheet would run as a formula stays a text. */
function tableOf({ controls }: ControlsReport): string {
  const rows = controls.flatMap((control) =>
    control.releases.map((release) => [
      ...[control.key, control.name, kindInWords[control.kind], control.source, control.proof],
      ...[`R-${release.number}`, release.name, release.type, release.wentOutAt],
      ...[stateInWords[release.state], release.why],
      release.proofs
        .filter(({ holds }) => holds !== 'no')
        .map(proofInWords)
        .join('; '),
      release.missing.join(' '),
    ]),
  );
  const form = { bom: true, escape_formulas: true, record_delimiter: 'windows' } as const;
  return stringify([columns, ...rows], form);
}
