import type { FindingLevel } from '#shared/model/governance/evidence.ts';
import { counted } from '../gate-outcome.ts';
import { createItems } from './items.ts';
import { JsonReader } from './json-reader.ts';
import { fieldOf, isRecord, listAt, numberAt, textAt } from './json-values.ts';
import { kept, unreadable } from './report.ts';
import type { ReportReader } from './report.ts';

type Found = {
  rule: string;
  ruleIndex: number | null;
  /** Of the finding itself; empty where its rule says it. */
  level: string;
  score: number | null;
  identity: string;
  where: string;
  text: string;
};
type Rule = { level: string; score: number | null; title: string };
type Run = { found: Found[]; rules: Map<string, Rule>; byIndex: Rule[] };

const mostFound = 1_000_000;

/** SARIF: rules may stand after the findings they rate, so findings of a run wait for its end. */
export function createSarifReader(): ReportReader {
  const items = createItems();
  const levels: Record<FindingLevel, number> = {
    ...{ critical: 0, high: 0, medium: 0, low: 0, unrated: 0 },
  };
  const tools: string[] = [];
  const notes: string[] = [];
  let run: Run = newRun();
  let isSarif = false;
  let suppressed = 0;

  const endRun = () => {
    for (const found of run.found) {
      const rule = run.rules.get(found.rule) ?? run.byIndex[found.ruleIndex ?? -1];
      const level = levelOf(found.level || (rule?.level ?? ''), found.score ?? rule?.score ?? null);
      levels[level] += 1;
      const title = rule === undefined ? found.rule : `${found.rule}: ${rule.title}`;
      items.add(found.identity, { title, where: found.where, level, text: found.text });
    }
    run = newRun();
  };
  const takeRule = (value: unknown) => {
    const rule = ruleOf(value);
    run.byIndex.push(rule);
    run.rules.set(textAt(value, 'id'), rule);
  };
  const json = new JsonReader(
    [
      { path: ['version'], take: (value) => (isSarif ||= typeof value === 'string') },
      {
        path: ['runs', '*', 'results', '*'],
        take(value) {
          if (!counts(value)) return;
          if (isSuppressed(value)) suppressed += 1;
          else run.found.push(foundIn(value));
          if (run.found.length > mostFound) {
            throw unreadable(
              `A run of the report has more than ${mostFound.toLocaleString('en')} findings. Narrow what the tool reports.`,
            );
          }
        },
      },
      { path: ['runs', '*', 'tool', 'driver', 'rules', '*'], take: takeRule },
      { path: ['runs', '*', 'tool', 'extensions', '*', 'rules', '*'], take: takeRule },
      { path: ['runs', '*', 'tool', 'driver', 'name'], take: (name) => tools.push(String(name)) },
      {
        path: ['runs', '*', 'invocations', '*', 'executionSuccessful'],
        take(value) {
          if (value === false) notes.push('The tool says that its run did not end well.');
        },
      },
    ],
    (path) => {
      if (path.length === 2 && path[0] === 'runs') endRun();
    },
  );

  return {
    write: (piece) => json.write(piece),
    end() {
      json.end();
      if (!isSarif) {
        throw unreadable(
          'The JSON is no SARIF: expected “version” and “runs” at its top. Choose the SARIF file the scanner wrote.',
        );
      }
      if (suppressed > 0) notes.push(`${counted(suppressed, 'finding')} suppressed by the tool.`);
      const tool = kept([...new Set(tools)].join(', '), 200);
      return {
        kind: 'sarif',
        tool,
        summary: { kind: 'findings', tool, ...levels, suppressed },
        details: items.end([...new Set(notes)]),
      };
    },
  };
}

function newRun(): Run {
  return { found: [], rules: new Map(), byIndex: [] };
}

/** Results that tell of a pass, or of what is no longer there, are no findings. */
function counts(value: unknown): boolean {
  const kind = textAt(value, 'kind');
  const isFinding = kind === '' || kind === 'fail' || kind === 'open' || kind === 'review';
  return isRecord(value) && isFinding && textAt(value, 'baselineState') !== 'absent';
}

function isSuppressed(value: unknown): boolean {
  const all = listAt(value, 'suppressions');
  const notYet = ['underReview', 'rejected'];
  return all.length > 0 && all.every((each) => !notYet.includes(textAt(each, 'status')));
}

function foundIn(value: unknown): Found {
  const [place] = listAt(value, 'locations');
  const uri = textAt(place, 'physicalLocation', 'artifactLocation', 'uri');
  const line = numberAt(place, 'physicalLocation', 'region', 'startLine');
  const rule = textAt(value, 'ruleId') || textAt(value, 'rule', 'id');
  const text = kept(textAt(value, 'message', 'text') || textAt(value, 'message', 'markdown'));
  const prints = fieldOf(value, 'partialFingerprints') ?? fieldOf(value, 'fingerprints');
  const print = isRecord(prints) ? JSON.stringify(prints) : `${uri}\0${text}`;
  return {
    ...{ rule, text, identity: `${rule}\0${print}` },
    ruleIndex: numberAt(value, 'ruleIndex') ?? numberAt(value, 'rule', 'index'),
    level: textAt(value, 'level'),
    score: scoreOf(value),
    where: line === null ? uri : `${uri}:${line}`,
  };
}

function ruleOf(value: unknown): Rule {
  const title = textAt(value, 'shortDescription', 'text') || textAt(value, 'name');
  const level = textAt(value, 'defaultConfiguration', 'level');
  return { level, score: scoreOf(value), title: kept(title, 200) };
}

function scoreOf(value: unknown): number | null {
  const said = fieldOf(value, 'properties', 'security-severity');
  const score = typeof said === 'string' && said.trim() !== '' ? Number(said) : said;
  return typeof score === 'number' && score >= 0 && score <= 10 ? score : null;
}

/** The bands of CVSS where a score is told; else the tool's own word, a warning where it has none. */
function levelOf(word: string, score: number | null): FindingLevel {
  if (score !== null && score > 0) {
    if (score >= 9) return 'critical';
    if (score >= 7) return 'high';
    return score >= 4 ? 'medium' : 'low';
  }
  if (word === 'error') return 'high';
  if (word === 'note') return 'low';
  return word === 'none' ? 'unrated' : 'medium';
}
