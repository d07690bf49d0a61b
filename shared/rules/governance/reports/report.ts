import type {
  EvidenceSummary,
  ReportDetails,
  ReportKind,
} from '#shared/model/governance/evidence.ts';
import { Refusal } from '#shared/model/refusal.ts';

/** What a report file says. */
export type ReadReport = {
  kind: ReportKind;
  /** Who wrote it, as far as it says; may be empty. */
  tool: string;
  summary: EvidenceSummary;
  details: ReportDetails;
};

/** Takes a report's text in pieces of any length; refuses (`invalid_input`) what it cannot read. */
export type ReportReader = {
  write(piece: string): void;
  end(): ReadReport;
};

export const kindNames: Record<ReportKind, string> = {
  junit: 'JUnit XML',
  sarif: 'SARIF',
  cobertura: 'Cobertura XML',
  lcov: 'lcov',
  cyclonedx: 'CycloneDX',
  k6: 'a k6 summary',
  jmeter: 'JMeter results',
};

export function unreadable(message: string): Refusal {
  return new Refusal('invalid_input', message, { file: message });
}

const longestWords = 500;

/** Words of a report in a length that can be kept and shown. */
export function kept(text: string, most: number = longestWords): string {
  const trimmed = text.trim();
  return trimmed.length <= most ? trimmed : `${trimmed.slice(0, most - 1)}…`;
}

/** A count as it stands in an attribute; null where it is none. `1,234.5` is written by some tools. */
export function numberIn(text: string | undefined): number | null {
  if (text === undefined) return null;
  const plain = text.trim().replaceAll(',', '');
  if (plain === '' || !/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain)) return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

/** Beyond this a count says nothing and would not survive being written as a number. */
const mostCount = 1e12;

export function countIn(text: string | undefined): number | null {
  const value = numberIn(text);
  return value === null || value < 0 || value > mostCount ? null : Math.round(value);
}
