import type { GateSource } from '#shared/model/governance/gate-terms.ts';
import type { Phase } from '#shared/model/planning/releases.ts';
import type { AskedGate } from './asked-gates.ts';

/** A gate as it should be: asked for by the policy, or by the template of the release alone. */
export type WantedGate = AskedGate & {
  source: Exclude<GateSource, 'hand'>;
  policyId: string | null;
  policyName: string;
};

/** A gate a release has, with what keeps it as it is. */
export type PresentGate = WantedShape & {
  id: string;
  source: GateSource;
  /** Somebody decided at it, and the decision was not withdrawn or was: it is in the record. */
  decided: boolean;
};

type WantedShape = Omit<WantedGate, 'source'>;

export type GateChanges = {
  add: WantedGate[];
  update: { id: string; name: string; patch: Partial<WantedGate> }[];
  remove: { id: string; key: string; name: string; phase: Phase }[];
  /** Nobody asks for them any more, or they are asked for in another shape, but they were decided. */
  stay: { id: string; name: string; asked: boolean }[];
};

/** What a decided gate still takes on: words and whom it is traced to, nothing a decision rests on. */
const alwaysTaken = [
  'why',
  'ruleKeys',
  'policyId',
  'policyName',
  'order',
  'accountableRole',
] as const;
const decidedOn = [
  'name',
  'phase',
  'check',
  'places',
  'facts',
  'needed',
  'inOrder',
  'limits',
] as const;

/**
 * What has to happen so that a release has the gates it is asked for. A gate of a phase that was left
 * stays as it was and none comes to such a phase; a decided one stays whatever is asked; one that was
 * added by hand is nobody's to take away here.
 */
export function gateChanges(
  present: readonly PresentGate[],
  wanted: readonly WantedGate[],
  left: ReadonlySet<Phase>,
): GateChanges {
  const changes: GateChanges = { add: [], update: [], remove: [], stay: [] };
  for (const gate of wanted) {
    const known = present.find(({ key }) => key === gate.key);
    if (known === undefined) {
      if (!left.has(gate.phase)) changes.add.push(gate);
      continue;
    }
    if (known.source === 'hand' || left.has(known.phase)) continue;
    const { id, name, decided } = known;
    if (decided && differing(known, gate, decidedOn).length > 0) {
      changes.stay.push({ id, name, asked: true });
    }
    const fields = decided ? alwaysTaken : [...alwaysTaken, ...decidedOn];
    const patch = patchOf(known, gate, fields);
    if (known.source !== gate.source) patch.source = gate.source;
    if (Object.keys(patch).length > 0) changes.update.push({ id, name: gate.name, patch });
  }
  for (const { id, key, name, phase, source, decided } of present) {
    if (source === 'hand' || left.has(phase)) continue;
    if (wanted.some((gate) => gate.key === key)) continue;
    if (decided) changes.stay.push({ id, name, asked: false });
    else changes.remove.push({ id, key, name, phase });
  }
  return changes;
}

type Field = (typeof alwaysTaken)[number] | (typeof decidedOn)[number];

function differing(known: WantedShape, gate: WantedShape, fields: readonly Field[]): Field[] {
  return fields.filter((field) => JSON.stringify(known[field]) !== JSON.stringify(gate[field]));
}

function patchOf(
  known: WantedShape,
  gate: WantedGate,
  fields: readonly Field[],
): Partial<WantedGate> {
  const changed = differing(known, gate, fields);
  return Object.fromEntries(changed.map((field) => [field, gate[field]]));
}
