import type { RaciLetter } from '#shared/model/governance/raci.ts';

/** A gate as it is asked about: who fills its places, and who answers for it by the policy. */
export type RaciGate = {
  key: string;
  name: string;
  placeRoles: readonly string[];
  accountable: string | null;
};

/** One letter somebody gave; null for every release. */
export type GivenLetter = {
  gateKey: string;
  roleKey: string | null;
  releaseId: string | null;
  letter: RaciLetter;
};

/** The letters of a gate by role, and whether somebody gave them or the policy's places say so. */
export type GateLetters = {
  letters: ReadonlyMap<string, readonly RaciLetter[]>;
  from: 'release' | 'workspace' | 'policy';
};

/**
 * The letters of a gate: those of the release if it has any, else the workspace's, else what the
 * policy says. By the policy the accountable role is A; whoever fills a place does it and is R; where
 * nobody else does, the accountable role does it as well.
 */
export function lettersOf(
  gate: RaciGate,
  given: readonly GivenLetter[],
  releaseId: string | null,
): GateLetters {
  const own = given.filter(({ gateKey, roleKey }) => gateKey === gate.key && roleKey !== null);
  const ofRelease = own.filter((each) => releaseId !== null && each.releaseId === releaseId);
  if (ofRelease.length > 0) return { letters: byRole(ofRelease), from: 'release' };
  const ofAll = own.filter((each) => each.releaseId === null);
  if (ofAll.length > 0) return { letters: byRole(ofAll), from: 'workspace' };
  const letters = new Map<string, RaciLetter[]>();
  for (const role of gate.placeRoles) letters.set(role, ['R']);
  const { accountable } = gate;
  if (accountable !== null) {
    const does = letters.has(accountable) || gate.placeRoles.length === 0;
    letters.set(accountable, does ? ['R', 'A'] : ['A']);
  }
  return { letters, from: 'policy' };
}

function byRole(given: readonly GivenLetter[]): Map<string, RaciLetter[]> {
  const letters = new Map<string, RaciLetter[]>();
  for (const { roleKey, letter } of given) {
    if (roleKey === null) continue;
    const before = letters.get(roleKey) ?? [];
    if (!before.includes(letter)) letters.set(roleKey, [...before, letter]);
  }
  return letters;
}

/** The roles that have a letter at a gate. */
export function rolesWith({ letters }: GateLetters, letter: RaciLetter): string[] {
  return [...letters].flatMap(([role, own]) => (own.includes(letter) ? role : []));
}
