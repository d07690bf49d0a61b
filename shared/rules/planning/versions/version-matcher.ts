import type { PatternNode } from './version-pattern.ts';

type State =
  | { kind: 'character'; matches: RegExp; next: number }
  | { kind: 'split'; ways: number[] }
  | { kind: 'end' };

export type PatternMatcher = (text: string) => boolean;

/** `(a{100}){100}` is short to write and large to follow; a version needs nothing of that size. */
const stateLimit = 4000;

/** Null when the pattern unfolds to more than the limit. The matcher takes the whole text or nothing. */
export function compilePattern(root: PatternNode): PatternMatcher | null {
  const states: State[] = [{ kind: 'end' }];
  let tooLarge = false;

  function add(state: State): number {
    if (states.length >= stateLimit) tooLarge = true;
    else states.push(state);
    return states.length - 1;
  }

  /** Builds the part backwards from the state that follows it; gives the state it starts in. */
  function build(node: PatternNode, next: number): number {
    if (tooLarge) return next;
    switch (node.kind) {
      case 'character':
        return add({ kind: 'character', matches: node.matches, next });
      case 'sequence':
        return node.parts.reduceRight((after, part) => build(part, after), next);
      case 'either':
        return add({ kind: 'split', ways: node.options.map((option) => build(option, next)) });
      case 'repeat':
        return buildRepeat(node, next);
    }
  }

  function buildRepeat(node: Extract<PatternNode, { kind: 'repeat' }>, next: number): number {
    let start = next;
    if (node.max === null) {
      const ways = [next];
      start = add({ kind: 'split', ways });
      ways.push(build(node.part, start));
    } else {
      for (let extra = node.min; extra < node.max && !tooLarge; extra += 1) {
        start = add({ kind: 'split', ways: [next, build(node.part, start)] });
      }
    }
    for (let copy = 0; copy < node.min && !tooLarge; copy += 1) start = build(node.part, start);
    return start;
  }

  const first = build(root, 0);
  return tooLarge ? null : (text) => run(states, first, text);
}

function run(states: readonly State[], first: number, text: string): boolean {
  let here = reach(states, [first]);
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    const onward: number[] = [];
    for (const index of here) {
      const state = states[index];
      if (state?.kind === 'character' && state.matches.test(sign)) onward.push(state.next);
    }
    here = reach(states, onward);
  }
  return here.has(0);
}

/** All states reachable without taking a character. */
function reach(states: readonly State[], from: readonly number[]): Set<number> {
  const reached = new Set<number>();
  const open = [...from];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (reached.has(index)) continue;
    reached.add(index);
    const state = states[index];
    if (state?.kind === 'split') open.push(...state.ways);
  }
  return reached;
}
