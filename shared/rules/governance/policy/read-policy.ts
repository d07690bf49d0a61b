import { LineCounter, isAlias, isNode, isPair, isScalar, parseDocument, visit } from 'yaml';
import type { Document } from 'yaml';
import { mostPolicyGates, policyDocument } from '#shared/model/governance/policy-text.ts';
import type {
  PolicyDocument,
  PolicyGate,
  PolicyProblem,
  PolicyRule,
} from '#shared/model/governance/policy-text.ts';
import { capitalised } from '../gate-outcome.ts';
import { checkPolicy } from './check-policy.ts';
import { readCondition } from './conditions.ts';
import type { Condition } from './conditions.ts';
import type { PolicyPerson } from './policy-places.ts';
import { offsetInSource } from './scalar-offset.ts';

export type ReadRule = Omit<PolicyRule, 'when'> & { when: string; condition: Condition };

/** A policy that can be asked. */
export type ReadPolicy = {
  name: string;
  about: string;
  gates: readonly (PolicyGate & { key: string })[];
  rules: readonly ReadRule[];
};

export type PolicyReading =
  | { policy: ReadPolicy; problems: [] }
  | { policy: null; problems: [PolicyProblem, ...PolicyProblem[]] };

/** More are not told: whoever mends the first often mends the rest. */
const mostProblems = 50;

type Path = readonly (string | number)[];

/**
 * Reads the text of a policy: YAML, then its shape, then its conditions, then whether it leaves a
 * release without gates. What is wrong is told with line and column; later steps wait for the first.
 * With the people of the workspace, also whom it names that nobody knows, and which measures.
 */
export function readPolicy(
  text: string,
  people: readonly PolicyPerson[] | null = null,
): PolicyReading {
  const lines = new LineCounter();
  const at = (offset: number) => {
    const { line, col } = lines.linePos(Math.max(0, offset));
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const failed = (problems: PolicyProblem[]): PolicyReading => {
    const [first, ...more] = problems
      .toSorted((a, b) => a.line - b.line || a.column - b.column)
      .slice(0, mostProblems);
    if (first === undefined) throw new Error('a policy failed without a problem');
    return { policy: null, problems: [first, ...more] };
  };
  if (text.trim() === '') {
    const message =
      'The policy is empty. Start from one that comes with the program, or paste the text of yours.';
    return failed([{ line: 1, column: 1, message }]);
  }
  const document = parse(text, lines);
  if (document === null) {
    const message = 'The text is nested too deeply to be read; a policy has a few levels.';
    return failed([{ line: 1, column: 1, message }]);
  }
  const broken = [
    ...document.errors.map(({ pos, message }) => ({
      ...at(pos[0]),
      message: `This is no YAML: ${message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? ''}.${hintAt(text, pos[0])}`,
    })),
    ...references(document).map((offset) => ({
      ...at(offset),
      message: 'Anchors and aliases (& and *) are not read here; write the value out.',
    })),
  ];
  if (broken.length > 0) return failed(broken);
  const placeOf = (path: Path) => at(offsetOf(document, path));
  const shaped = policyDocument.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (!shaped.success) {
    return failed(
      shaped.error.issues.map(({ path, message, code, ...issue }) => {
        const steps = path.filter((step) => typeof step !== 'symbol');
        const keys = code === 'unrecognized_keys' && 'keys' in issue ? issue.keys : [];
        const [unknown] = keys;
        return {
          ...placeOf(unknown === undefined ? steps : [...steps, unknown]),
          message:
            unknown === undefined
              ? `${capitalised(where(steps))} ${inWords(message)}.`
              : `${capitalised(where(steps))} has “${clip(unknown)}”, which is not known there; take it out or correct its name.`,
        };
      }),
    );
  }
  return withConditions(shaped.data, document, placeOf, at, failed, text, people);
}

function withConditions(
  data: PolicyDocument,
  document: Document,
  placeOf: (path: Path) => Omit<PolicyProblem, 'message'>,
  at: (offset: number) => Omit<PolicyProblem, 'message'>,
  failed: (problems: PolicyProblem[]) => PolicyReading,
  text: string,
  people: readonly PolicyPerson[] | null,
): PolicyReading {
  const problems: PolicyProblem[] = [];
  const rules = data.rules.flatMap((rule, index): ReadRule[] => {
    const when = rule.when === undefined || rule.when === true ? '' : String(rule.when);
    const read = readCondition(when);
    if ('condition' in read) return [{ ...rule, when, condition: read.condition }];
    const node = document.getIn(['rules', index, 'when'], true);
    const offset = isScalar(node) ? offsetInSource(node, text, read.problem.at) : null;
    problems.push({
      ...(offset === null ? placeOf(['rules', index, 'when']) : at(offset)),
      message: `The condition of “${rule.key}” ${read.problem.message}.`,
    });
    return [];
  });
  const gates = Object.entries(data.gates).map(([key, gate]) => ({ key, ...gate }));
  if (gates.length > mostPolicyGates) {
    const message = `The policy has ${gates.length} gates; at most ${mostPolicyGates} are looked after.`;
    problems.push({ ...placeOf(['gates']), message });
  }
  const policy: ReadPolicy = { name: data.name, about: data.about, gates, rules };
  // A condition that cannot be read asks nothing, so what is left without gates would be told wrongly.
  const isWhole = problems.length === 0;
  for (const { path, message } of checkPolicy(policy, isWhole, people)) {
    problems.push({ ...placeOf(path), message });
  }
  return problems.length > 0 ? failed(problems) : { policy, problems: [] };
}

function parse(text: string, lineCounter: LineCounter): Document | null {
  try {
    return parseDocument(text, { lineCounter, merge: false, prettyErrors: false, version: '1.2' });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** What conditions are most often caught by: in YAML a quote at the beginning quotes the whole value. */
function hintAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^ *(?:- )?when: *["'!&*|>%@`{[]/.test(text.slice(start, offset + 20))
    ? ' Write the condition on a line of its own under “when: >-”, where it may begin with any sign.'
    : '';
}

/** Where anchors and aliases stand: a few lines of them can stand for a text without end. */
function references(document: Document): number[] {
  const found: number[] = [];
  visit(document, {
    Node(_key, node) {
      if (isAlias(node) || ('anchor' in node && node.anchor)) found.push(node.range?.[0] ?? 0);
    },
  });
  return found;
}

/** Where a value stands; of one that is missing, where what should hold it does. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const steps = path.slice(0, length);
    const own = keyOffset(document, steps);
    if (own !== null) return own;
    const node = steps.length === 0 ? document.contents : document.getIn(steps, true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

/** An entry of a map is shown at its key. */
function keyOffset(document: Document, path: Path): number | null {
  const last = path.at(-1);
  if (typeof last !== 'string') return null;
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isNode(parent) || !('items' in parent)) return null;
  for (const item of parent.items) {
    if (isPair(item) && isScalar(item.key) && String(item.key.value) === last) {
      return item.key.range?.[0] ?? null;
    }
  }
  return null;
}

function where(path: readonly (string | number)[]): string {
  const [first, second, ...rest] = path;
  const of = (field: string) => (rest.length === 0 ? field : `${rest.join(' ')} of ${field}`);
  if (first === undefined) return 'The policy';
  if (first === 'gates' && second !== undefined) return of(`the gate “${clip(String(second))}”`);
  if (first === 'rules' && second !== undefined) return of(`rule ${Number(second) + 1}`);
  return `“${String(first)}”`;
}

/** What the checker of shapes calls them, and what they look like in the text. */
const shapes: readonly (readonly [RegExp, string])[] = [
  [/\b(record|object)\b/g, 'names with what belongs to each'],
  [/\barray\b/g, 'a list'],
  [/\bstring\b/g, 'a text'],
  [/\bnumber\b/g, 'a number'],
  [/\bboolean\b/g, 'true or false'],
  [/\b(null|undefined)\b/g, 'nothing'],
];

function inWords(message: string): string {
  const found = /^Invalid (input|option): (.*)$/s.exec(message)?.[2];
  if (found === undefined) return message;
  // Words in quotation marks are those that are allowed there, not shapes.
  if (found.includes('"')) return `does not fit: ${found}`;
  const said = shapes.reduce((text, [shape, words]) => text.replaceAll(shape, words), found);
  return `does not fit: ${said}`;
}

function clip(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40).toWellFormed()}…` : text;
}
