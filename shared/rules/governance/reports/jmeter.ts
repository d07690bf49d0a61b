import { createItems } from './items.ts';
import { createLineReader } from './line-reader.ts';
import { createTimes } from './percentiles.ts';
import { countIn, numberIn, unreadable } from './report.ts';
import type { ReadReport, ReportReader } from './report.ts';
import { createXmlReader } from './xml-reader.ts';

type Sample = { at: number; ms: number; label: string; isGood: boolean; said: string };

/** Labels of samples that failed, which a test plan with random addresses could make without end. */
const mostLabels = 2000;

function createSamples() {
  const times = createTimes();
  const failing = new Map<string, { count: number; said: string }>();
  const count = { requests: 0, failed: 0 };
  let first = Infinity;
  let last = -Infinity;
  return {
    add({ at, ms, label, isGood, said }: Sample): void {
      count.requests += 1;
      times.add(ms);
      first = Math.min(first, at);
      last = Math.max(last, at + ms);
      if (isGood) return;
      count.failed += 1;
      const known = failing.get(label);
      if (known !== undefined) known.count += 1;
      else if (failing.size < mostLabels) failing.set(label, { count: 1, said });
    },
    end(): ReadReport {
      const [p95 = null, p99 = null] = times.percentiles([0.95, 0.99]);
      const items = createItems();
      for (const [label, { count: bad, said }] of failing) {
        const text = `${bad} failed${said === '' ? '' : `, first with ${said}`}`;
        items.add(label, { title: label, where: '', level: null, text });
      }
      const span = last - first;
      return {
        kind: 'jmeter',
        tool: 'JMeter',
        summary: {
          ...{ kind: 'performance', ...count, p95Ms: p95, p99Ms: p99, broken: [] },
          seconds: Number.isFinite(span) && span >= 0 ? span / 1000 : null,
          meanMs: times.mean(),
        },
        details: items.end([]),
      };
    },
  };
}

/** JMeter's XML results: the samples at the top; those inside another are parts of it. */
export function createJmeterXmlReader(): ReportReader {
  const samples = createSamples();
  const xml = createXmlReader({
    open(name, attributes, parents) {
      if (parents.length !== 1 || (name !== 'httpSample' && name !== 'sample')) return;
      const { t, ts, s = '', lb = '', rc = '', rm = '' } = attributes;
      const [at, ms] = [numberIn(ts) ?? NaN, numberIn(t) ?? 0];
      samples.add({ at, ms, label: lb, isGood: s === 'true', said: `${rc} ${rm}`.trim() });
    },
  });
  return {
    write: (piece) => xml.write(piece),
    end: () => {
      xml.end();
      return samples.end();
    },
  };
}

/** What JMeter writes where it writes no heading. */
const withoutHeading = ['timeStamp', 'elapsed', 'label', 'responseCode', 'responseMessage'];
const successAt = 7;

/** JMeter's CSV results, with or without heading, whatever stands between the columns. */
export function createJmeterCsvReader(): ReportReader {
  const samples = createSamples();
  let columns: Map<string, number> | null = null;
  let separator = ',';
  let open = '';

  const take = (line: string, number: number) => {
    // A response message in quotes may go over several lines.
    const whole = open === '' ? line : `${open}\n${line}`;
    open = quotes(whole) % 2 === 0 ? '' : whole;
    if (open !== '' || whole.trim() === '') return;
    if (columns === null) {
      separator = [',', ';', '\t', '|'].find((each) => whole.includes(each)) ?? ',';
      const cells = cellsOf(whole, separator);
      const isHeading = cells.includes('elapsed');
      const named: [string, number][] = (isHeading ? cells : withoutHeading).map((cell, at) => [
        cell,
        at,
      ]);
      columns = new Map(isHeading ? named : [...named, ['success', successAt]]);
      if (isHeading) return;
    }
    const cells = cellsOf(whole, separator);
    const cell = (name: string) => cells[columns?.get(name) ?? -1] ?? '';
    const ms = countIn(cell('elapsed'));
    const good = cell('success').toLowerCase();
    if (ms === null || (good !== 'true' && good !== 'false')) {
      throw unreadable(
        `Line ${number} is no JMeter sample: expected how long it took (elapsed) and whether it went well (success: true or false). The file may be cut short; export it again.`,
      );
    }
    const said = `${cell('responseCode')} ${cell('responseMessage')}`.trim();
    const at = numberIn(cell('timeStamp')) ?? NaN;
    samples.add({ at, ms, label: cell('label'), isGood: good === 'true', said });
  };
  const lines = createLineReader(take);

  return {
    write: (piece) => lines.write(piece),
    end() {
      lines.end();
      if (open === '') return samples.end();
      throw unreadable('The file ends inside a quoted text: it is cut short. Export it again.');
    },
  };
}

function quotes(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count += 1;
  return count;
}

function cellsOf(line: string, separator: string): string[] {
  if (!line.includes('"')) return line.split(separator);
  const cells: string[] = [];
  let cell = '';
  let inQuotes = false;
  for (let at = 0; at < line.length; at++) {
    const char = line.charAt(at);
    if (char === '"' && inQuotes && line.charAt(at + 1) === '"') {
      cell += '"';
      at += 1;
    } else if (char === '"') inQuotes = !inQuotes;
    else if (char === separator && !inQuotes) {
      cells.push(cell);
      cell = '';
    } else cell += char;
  }
  return [...cells, cell];
}
