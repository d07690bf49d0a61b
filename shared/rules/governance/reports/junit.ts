import { counted } from '../gate-outcome.ts';
import { createItems } from './items.ts';
import { countIn, kept, numberIn } from './report.ts';
import type { ReportReader } from './report.ts';
import { createXmlReader } from './xml-reader.ts';
import type { XmlAttributes } from './xml-reader.ts';

type Case = {
  name: string;
  group: string;
  where: string;
  outcome: 'passed' | 'failed' | 'skipped';
  text: string;
};

const failures = ['failure', 'error'];
const flakes = ['flakyFailure', 'flakyError'];
const withoutRun = ['notrun', 'disabled', 'skipped'];

/** JUnit XML in the ways tools write it: one suite or many, nested, with totals that need not fit. */
export function createJunitReader(): ReportReader {
  const items = createItems();
  const count = { total: 0, failed: 0, skipped: 0, flaky: 0 };
  const suites: string[] = [];
  let seconds = 0;
  let root: XmlAttributes = {};
  let current: Case | null = null;

  const end = ({ name, group, where, outcome, text }: Case) => {
    count.total += 1;
    if (outcome === 'skipped') count.skipped += 1;
    if (outcome !== 'failed') return;
    count.failed += 1;
    const title = group === '' ? name : `${group} › ${name}`;
    items.add(`${group}\0${name}`, { title, where, level: null, text });
  };
  const xml = createXmlReader({
    open(name, attributes, parents) {
      if (parents.length === 0) root = attributes;
      if (name === 'testsuite') suites.push(attributes['name'] ?? '');
      if (name === 'testcase') {
        seconds += Math.max(0, numberIn(attributes['time']) ?? 0);
        current = newCase(attributes, suites);
        return;
      }
      if (current === null) return;
      if (failures.includes(name)) {
        current.outcome = 'failed';
        current.text ||= attributes['message'] ?? attributes['type'] ?? '';
      } else if (name === 'skipped' && current.outcome === 'passed') current.outcome = 'skipped';
      else if (flakes.includes(name)) count.flaky += 1;
    },
    text(text, parents) {
      if (current === null || current.text !== '') return;
      if (failures.includes(parents.at(-1) ?? '')) current.text = kept(text);
    },
    close(name) {
      if (name === 'testsuite') suites.pop();
      if (name !== 'testcase' || current === null) return;
      end(current);
      current = null;
    },
  });

  return {
    write: (piece) => xml.write(piece),
    end() {
      xml.end();
      const { total, failed, skipped, flaky } = count;
      const notes = [...disagreement(root, total, failed)];
      if (flaky > 0) notes.push(`${counted(flaky, 'failed try')} passed when tried again.`);
      return {
        kind: 'junit',
        tool: '',
        summary: {
          ...{ kind: 'tests', total, failed, skipped },
          ...{ passed: total - failed - skipped, seconds: Math.round(seconds * 1000) / 1000 },
        },
        details: items.end(notes),
      };
    },
  };
}

function newCase(attributes: XmlAttributes, suites: readonly string[]): Case {
  const { name = '', classname = '', file = '', status = '', result = '' } = attributes;
  const group = classname === '' ? suites.filter((suite) => suite !== '').join(' › ') : classname;
  const isRun = !withoutRun.includes(status.toLowerCase()) && result !== 'skipped';
  return { name, group, where: file, outcome: isRun ? 'passed' : 'skipped', text: '' };
}

/** The cases count: totals are written before the tests run by some tools, and forgotten by others. */
function disagreement(root: XmlAttributes, total: number, failed: number): string[] {
  const tests = countIn(root['tests']);
  const bad = countIn(root['failures']);
  const saidFailed = bad === null ? null : bad + (countIn(root['errors']) ?? 0);
  const isSame = (tests ?? total) === total && (saidFailed ?? failed) === failed;
  if (isSame) return [];
  return [
    `Its totals say ${counted(tests ?? total, 'test')} and ${saidFailed ?? 0} failed; its cases are ${total} and ${failed} failed, and those count.`,
  ];
}
