import type { Consultation } from '#shared/model/governance/approvals.ts';
import type { ConsultedAt } from '#shared/model/governance/gates.ts';
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
  roleKey: string;
  releaseId: string | null;
  letter: RaciLetter;
};

/** What was given, by gate and release: `givenOf` finds it without a walk through all of it. */
export type GivenLetters<T extends GivenLetter = GivenLetter> = ReadonlyMap<string, readonly T[]>;

/** The letters of a gate by role, and whether somebody gave them or the policy's places say so. */
export type GateLetters = {
  letters: ReadonlyMap<string, readonly RaciLetter[]>;
  from: 'release' | 'workspace' | 'policy';
};

export function byGate<T extends GivenLetter>(given: readonly T[]): GivenLetters<T> {
  return Map.groupBy(given, ({ gateKey, releaseId }) => keyOf(gateKey, releaseId));
}

/** The letters somebody gave for one release, or with null for all of them. */
export function givenOf<T extends GivenLetter>(
  given: GivenLetters<T>,
  gateKey: string,
  releaseId: string | null,
): readonly T[] {
  return given.get(keyOf(gateKey, releaseId)) ?? [];
}

function keyOf(gateKey: string, releaseId: string | null): string {
  return `${releaseId ?? ''} ${gateKey}`;
}

/**
 * The letters of a gate: those of the release if it has any, else the workspace's, else what the
 * policy says. By the policy the accountable role is A; whoever fills a place does it and is R; where
 * nobody else does, the accountable role does it as well.
 */
export function lettersOf(
  gate: RaciGate,
  given: GivenLetters,
  releaseId: string | null,
): GateLetters {
  const ofRelease = releaseId === null ? [] : givenOf(given, gate.key, releaseId);
  if (ofRelease.length > 0) return { letters: byRole(ofRelease), from: 'release' };
  const ofAll = givenOf(given, gate.key, null);
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
    const before = letters.get(roleKey) ?? [];
    if (!before.includes(letter)) letters.set(roleKey, [...before, letter]);
  }
  return letters;
}

/** The roles that have a letter at a gate. */
export function rolesWith({ letters }: GateLetters, letter: RaciLetter): string[] {
  return [...letters].flatMap(([role, own]) => (own.includes(letter) ? role : []));
}

/** The roles that answer for a gate; one where all is well. Who does the work makes no difference. */
export function accountableRoles(
  gate: Pick<RaciGate, 'key' | 'accountable'>,
  given: GivenLetters,
  releaseId: string | null,
): string[] {
  return rolesWith(lettersOf({ ...gate, name: '', placeRoles: [] }, given, releaseId), 'A');
}

export type AskedForWord = Pick<Consultation, 'personId' | 'askedAt' | 'dueOn' | 'answeredAt'>;

/**
 * Who has a say beside those who decide: people with a C who were never asked, people who were asked
 * and have not answered, and people with an I. Whoever stood in for somebody when they were
 * asked, or when they answered, did so for them: an absence that ends leaves both as they were.
 */
export function consultedAt(
  letters: GateLetters,
  holders: (roleKey: string) => readonly string[],
  asked: readonly AskedForWord[],
  standInsOf: (personId: string, at: string) => readonly string[],
): ConsultedAt {
  const having = (letter: RaciLetter) => [
    ...new Set(rolesWith(letters, letter).flatMap((role) => holders(role))),
  ];
  const isFor = (other: string, id: string, at: string) =>
    other === id || standInsOf(id, at).includes(other);
  const answeredFor = (id: string) =>
    asked.some(
      ({ personId, answeredAt: at }) =>
        at !== null && personId !== id && (isFor(personId, id, at) || isFor(id, personId, at)),
    );
  // Whoever was asked twice is asked by the later question.
  const silent = new Map(
    asked
      .filter(({ personId, answeredAt }) => answeredAt === null && !answeredFor(personId))
      .map(({ personId, askedAt, dueOn }) => [personId, { personId, askedAt, dueOn }]),
  );
  return {
    toConsult: having('C').filter(
      (id) => !asked.some(({ personId, askedAt }) => isFor(personId, id, askedAt)),
    ),
    silent: [...silent.values()],
    toInform: having('I'),
  };
}
