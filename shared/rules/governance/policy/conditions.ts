import { Environment } from '@marcbachmann/cel-js';
import { policyVariables } from './policy-facts.ts';
import type { PolicyFacts } from './policy-facts.ts';

/** A condition that can be asked, with the variables it looks at. */
export type Condition = {
  variables: ReadonlySet<string>;
  holds: (facts: PolicyFacts) => boolean;
};

/** What is wrong with a condition, at this character of it. */
export type ConditionProblem = { at: number; message: string };

/**
 * Functions a condition may call. What could take long (regular expressions, lists made of lists) or
 * reads a clock is left out, so that no text anybody types can hang the program.
 */
const allowedCalls: readonly string[] = ['size', 'has'];
const allowedMethods: readonly string[] = [
  ...['exists', 'all', 'exists_one', 'contains', 'startsWith', 'endsWith', 'size'],
  ...['lowerAscii', 'upperAscii'],
];
const listMacros: readonly string[] = ['exists', 'all', 'exists_one'];

const limits = {
  maxAstNodes: 400,
  maxDepth: 40,
  maxListElements: 100,
  maxMapEntries: 10,
  maxCallArguments: 4,
};

let made: Environment | undefined;

function environment(): Environment {
  made ??= policyVariables.reduce(
    (known, { name, type }) => known.registerVariable(name, type),
    new Environment({ limits }),
  );
  return made;
}

/** Reads a condition; one that is empty holds for every release. */
export function readCondition(
  text: string,
): { condition: Condition } | { problem: ConditionProblem } {
  if (text.trim() === '') return { condition: { variables: new Set(), holds: () => true } };
  try {
    const parsed = environment().parse(text);
    const checked = parsed.check();
    if (!checked.valid) return { problem: problemOf(checked.error, text) };
    if (checked.type !== 'bool') {
      const message = `is a ${String(checked.type)}, not true or false; compare it, as in score >= 10`;
      return { problem: { at: 0, message } };
    }
    const seen = lookThrough(parsed.ast);
    if ('problem' in seen) return seen;
    const variables = new Set(seen.names.filter(isVariable));
    return {
      condition: {
        variables,
        holds: (facts) => parsed(valuesOf(facts)) === true,
      },
    };
  } catch (error) {
    return { problem: problemOf(error, text) };
  }
}

/** Integers are BigInt in CEL; a JavaScript number would be a double there. */
function valuesOf(facts: PolicyFacts): Record<string, unknown> {
  return Object.fromEntries(
    policyVariables.map(({ name, type, value }) => {
      const held = value(facts);
      return [name, type === 'int' ? BigInt(Math.trunc(Number(held))) : held];
    }),
  );
}

type Node = { op: string; args: unknown; pos: number };

/** Every name in the tree, or the first thing in it that is not allowed. */
function lookThrough(root: unknown): { names: string[] } | { problem: ConditionProblem } {
  const names: string[] = [];
  const open: { node: unknown; inMacro: boolean }[] = [{ node: root, inMacro: false }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, inMacro } = next;
    if (Array.isArray(node)) {
      open.push(...node.map((each: unknown) => ({ node: each, inMacro })));
      continue;
    }
    if (!isNode(node)) continue;
    if (node.op === 'id' && typeof node.args === 'string') names.push(node.args);
    const called = calledBy(node);
    const problem = called === null ? null : refusedCall(called, inMacro);
    if (problem !== null) return { problem: { at: node.pos, message: problem } };
    const isMacro = called !== null && called.isMethod && listMacros.includes(called.name);
    open.push({ node: node.args, inMacro: inMacro || isMacro });
  }
  return { names };
}

type Called = { name: string; isMethod: boolean };

function calledBy({ op, args }: Node): Called | null {
  if ((op !== 'call' && op !== 'rcall') || !Array.isArray(args)) return null;
  return { name: String(args[0]), isMethod: op === 'rcall' };
}

function refusedCall({ name, isMethod }: Called, inMacro: boolean): string | null {
  const allowed = isMethod ? allowedMethods : allowedCalls;
  if (!allowed.includes(name)) {
    return `calls ${name}(), which conditions may not; they may use ${[...allowedCalls, ...allowedMethods].filter((each, index, all) => all.indexOf(each) === index).join(', ')}`;
  }
  if (inMacro && isMethod && listMacros.includes(name)) {
    return `has ${name}() within another one; go through one list at a time`;
  }
  return null;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value;
}

function isVariable(name: string): boolean {
  return policyVariables.some((variable) => variable.name === name);
}

function problemOf(error: unknown, text: string): ConditionProblem {
  const at = startOf(error) ?? 0;
  const code = textOf(error, 'code');
  const said =
    textOf(error, 'summary') || (error instanceof Error ? error.message : 'cannot be read');
  const found = said.split('\n')[0]?.slice(0, 200) ?? '';
  if (code === 'unknown_variable') {
    const name = /^[\w.]+/.exec(text.slice(at))?.[0] ?? '';
    return {
      at,
      message: `names “${name.slice(0, 60)}”, which no condition knows; it may use ${policyVariables.map((each) => each.name).join(', ')}`,
    };
  }
  if (error instanceof RangeError) {
    return { at, message: 'is nested too deeply; write it shorter' };
  }
  return { at, message: `cannot be read: ${found}; write it as in band == "high" && !financial` };
}

function startOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('range' in error)) return null;
  const { range } = error;
  if (typeof range !== 'object' || range === null || !('start' in range)) return null;
  return typeof range.start === 'number' ? range.start : null;
}

function textOf(error: unknown, field: 'code' | 'summary'): string {
  if (typeof error !== 'object' || error === null) return '';
  const value: unknown = Reflect.get(error, field);
  return typeof value === 'string' ? value : '';
}
