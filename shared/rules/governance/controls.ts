import type {
  Control,
  ControlProof,
  ControlState,
  ReleaseControl,
} from '#shared/model/governance/controls.ts';
import type { GateView } from '#shared/model/governance/gates.ts';
import { evidenceKindNames } from './evidence/evidence-words.ts';
import type { EvidenceEntry } from './evidence/standing.ts';
import { listed } from './gate-outcome.ts';
import { readCondition } from './policy/conditions.ts';
import type { Condition } from './policy/conditions.ts';
import { seenInWords } from './policy/policy-facts.ts';
import type { PolicyFacts } from './policy/policy-facts.ts';

export type ControlGate = Pick<
  GateView,
  'id' | 'key' | 'name' | 'check' | 'status' | 'summary' | 'byException'
>;
export type ControlEvidence = Pick<EvidenceEntry, 'id' | 'title' | 'kind' | 'controlKeys'> & {
  /** Why it says nothing of now; null while it holds. */
  stale: string | null;
};

export type ControlInput = {
  facts: PolicyFacts;
  gates: readonly ControlGate[];
  /** What counts: withdrawn evidence and earlier runs are left out. */
  evidence: readonly ControlEvidence[];
};

type Asked = Omit<Control, 'rev' | 'retiredAt'>;

/**
 * How a control stands for a release. It applies where its condition holds. Every gate it names that
 * the release has must have passed; where it names kinds of evidence, or the release has none of its
 * gates, a piece of evidence must hold that is of such a kind or names the control. A gate that was
 * passed or taken off by exception leaves it kept by exception, which is told apart.
 */
export function judgeControl(
  control: Asked,
  { facts, gates, evidence }: ControlInput,
): ReleaseControl {
  const { id, key, name, kind, source, proof } = control;
  const of = { id, key, name, kind, source, proof };
  const { applies, why } = applicability(control.applies, facts);
  if (!applies)
    return { ...of, state: 'not-applicable', why, proofs: [], missing: [], wantsEvidence: false };
  const byGates = gates.filter((gate) => proves(gate, control)).map(gateProof);
  const byEvidence = evidence
    .filter((each) => each.controlKeys.includes(key) || control.evidenceKinds.includes(each.kind))
    .map(evidenceProof);
  const needsEvidence = control.evidenceKinds.length > 0 || byGates.length === 0;
  const wantsEvidence = needsEvidence && !byEvidence.some(({ holds }) => holds === 'yes');
  const missing = [
    ...byGates.flatMap(({ holds, name: gate, said }) =>
      holds === 'no' ? [`The gate “${gate}” has not passed: ${said}.`] : [],
    ),
    ...(wantsEvidence ? [evidenceMissing(control, byEvidence)] : []),
  ];
  const isExcepted = byGates.some(({ holds }) => holds === 'by-exception');
  const state: ControlState = missing.length > 0 ? 'open' : isExcepted ? 'excepted' : 'met';
  return { ...of, state, why, proofs: [...byGates, ...byEvidence], missing, wantsEvidence };
}

/** A gate that looks at the controls itself proves none of them. */
function proves({ key, check }: ControlGate, { gateKeys }: Asked): boolean {
  return check !== 'controls-met' && gateKeys.includes(key);
}

function gateProof({ id, name, status, summary, byException }: ControlGate): ControlProof {
  const isExcepted = (status === 'passed' && byException !== null) || status === 'not-applicable';
  const holds = isExcepted ? 'by-exception' : status === 'passed' ? 'yes' : 'no';
  return { of: 'gate', id, name, holds, said: summary };
}

function evidenceProof({ id, title, kind, stale }: ControlEvidence): ControlProof {
  return {
    ...{ of: 'evidence' as const, id, name: title },
    holds: stale === null ? 'yes' : 'no',
    said: stale ?? evidenceKindNames[kind],
  };
}

function evidenceMissing({ key, evidenceKinds }: Asked, brought: readonly ControlProof[]): string {
  const [old] = brought;
  const kinds = evidenceKinds.map((kind) => evidenceKindNames[kind]);
  const add =
    kinds.length === 0
      ? `Add evidence that names ${key}.`
      : `Add ${listed(kinds, 'or')}, or evidence that names ${key}.`;
  return old === undefined ? add : `“${old.name}” is out of date: ${old.said}. ${add}`;
}

/** Whether a condition takes a release in, with what it saw. One that fails on the facts takes it in. */
export function applicability(text: string, facts: PolicyFacts): { applies: boolean; why: string } {
  if (text.trim() === '') return { applies: true, why: 'It applies to every release.' };
  const condition = conditionOf(text);
  if (condition === null) return { applies: true, why: 'Its condition cannot be read.' };
  const seen = seenInWords(condition.variables, facts);
  return {
    applies: holds(condition, facts),
    why: seen === '' ? 'Its condition looks at nothing.' : `Seen: ${seen}.`,
  };
}

function holds(condition: Condition, facts: PolicyFacts): boolean {
  try {
    return condition.holds(facts);
  } catch {
    return true;
  }
}

/** Conditions are few and asked for many releases, so each is read once. */
const read = new Map<string, Condition | null>();
const mostRead = 500;

function conditionOf(text: string): Condition | null {
  const known = read.get(text);
  if (known !== undefined) return known;
  const found = readCondition(text);
  const condition = 'condition' in found ? found.condition : null;
  if (read.size >= mostRead) read.clear();
  read.set(text, condition);
  return condition;
}

/** `6.5.10` comes behind `6.5.9`. */
export function byControlKey(a: Pick<Control, 'key'>, b: Pick<Control, 'key'>): number {
  return a.key.localeCompare(b.key, 'en', { numeric: true });
}
