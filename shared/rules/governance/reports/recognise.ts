import type { ReportKind } from '#shared/model/governance/evidence.ts';
import { assertNever } from '#shared/model/refusal.ts';
import { createCoberturaReader } from './cobertura.ts';
import { createCycloneJsonReader, createCycloneXmlReader } from './cyclonedx.ts';
import { createJmeterCsvReader, createJmeterXmlReader } from './jmeter.ts';
import { createJunitReader } from './junit.ts';
import { createK6Reader } from './k6.ts';
import { createLcovReader } from './lcov.ts';
import { kindNames, unreadable } from './report.ts';
import type { ReportReader } from './report.ts';
import { createSarifReader } from './sarif.ts';

/** So much of a file tells what it is. */
export const headLength = 65_536;

const roots: Readonly<Record<string, ReportKind>> = {
  testsuites: 'junit',
  testsuite: 'junit',
  coverage: 'cobertura',
  bom: 'cyclonedx',
  testResults: 'jmeter',
};

/** What stands before the root of XML: declaration, comments, DOCTYPE. */
const beforeRoot = /^(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\]\s*)?>)*/;

/** What a file is, from its beginning; null where it looks like none of the kinds that are read. */
export function recognise(head: string): ReportKind | null {
  const text = head.trimStart();
  if (text.startsWith('<')) {
    const [, root = ''] = /^<(?:[\w.-]+:)?([\w.-]+)/.exec(text.replace(beforeRoot, '')) ?? [];
    return Object.hasOwn(roots, root) ? (roots[root] ?? null) : null;
  }
  if (text.startsWith('{')) return recogniseJson(text);
  if (/^(TN|SF):/.test(text)) return 'lcov';
  const [first = ''] = text.split('\n', 1);
  const hasHeading = first.includes('timeStamp') && first.includes('elapsed');
  return hasHeading || /^\d{13}[,;\t]\d+[,;\t]/.test(first) ? 'jmeter' : null;
}

function recogniseJson(text: string): ReportKind | null {
  if (/"bomFormat"\s*:/.test(text)) return 'cyclonedx';
  if (/"\$schema"\s*:\s*"[^"]*sarif/i.test(text) || /"runs"\s*:\s*\[/.test(text)) return 'sarif';
  return /"(metrics|root_group)"\s*:\s*\{/.test(text) ? 'k6' : null;
}

/**
 * Reads a report whose kind its beginning tells. A kind that is given must fit; where the beginning
 * tells none, the given one is tried, and its reader says what is missing.
 */
export function createReportReader(given?: ReportKind): ReportReader {
  let head = '';
  let reader: ReportReader | null = null;
  const begin = (): ReportReader => {
    const seen = recognise(head);
    if (seen !== null && given !== undefined && seen !== given) {
      throw unreadable(
        `The file was given as ${kindNames[given]} and is ${kindNames[seen]}. Leave the kind out, or choose the other file.`,
      );
    }
    const kind = given ?? seen;
    if (kind === null) throw unreadable(unknownText(head));
    const made = readerOf(kind, head.trimStart().charAt(0));
    made.write(head);
    head = '';
    return made;
  };
  return {
    write(piece) {
      if (reader !== null) {
        reader.write(piece);
        return;
      }
      head += piece;
      if (head.length >= headLength) reader = begin();
    },
    end: () => (reader ?? begin()).end(),
  };
}

function readerOf(kind: ReportKind, first: string): ReportReader {
  switch (kind) {
    case 'junit':
      return createJunitReader();
    case 'sarif':
      return createSarifReader();
    case 'cobertura':
      return createCoberturaReader();
    case 'lcov':
      return createLcovReader();
    case 'cyclonedx':
      return first === '<' ? createCycloneXmlReader() : createCycloneJsonReader();
    case 'k6':
      return createK6Reader();
    case 'jmeter':
      return first === '<' ? createJmeterXmlReader() : createJmeterCsvReader();
    default:
      return assertNever(kind);
  }
}

function unknownText(head: string): string {
  const known =
    'JUnit, Cobertura, CycloneDX and JMeter XML, SARIF, CycloneDX and k6 JSON, lcov, JMeter CSV';
  const text = head.trim();
  if (text === '') return `The file is empty. Expected a report: ${known}.`;
  const [, root] = /^<(?:[\w.-]+:)?([\w.-]+)/.exec(text.replace(beforeRoot, '')) ?? [];
  const found =
    root !== undefined ? `XML with <${root.slice(0, 60)}> as its root` : beginning(text);
  return `The file is no report that is read; found ${found}. Expected one of: ${known}. It can be kept as a file without being read.`;
}

function beginning(text: string): string {
  return `“${text.slice(0, 40).replace(/\s+/g, ' ')}…” at its beginning`;
}
