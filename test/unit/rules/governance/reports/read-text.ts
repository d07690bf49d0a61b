import type { ReportKind } from '#shared/model/governance/evidence.ts';
import { createReportReader } from '#shared/rules/governance/reports/recognise.ts';
import type { ReadReport } from '#shared/rules/governance/reports/report.ts';

/** Reads a report in pieces of so many characters, as a file comes in chunks. */
export function readText(text: string, kind?: ReportKind, piece = text.length || 1): ReadReport {
  const reader = createReportReader(kind);
  for (let at = 0; at < text.length; at += piece) reader.write(text.slice(at, at + piece));
  return reader.end();
}
