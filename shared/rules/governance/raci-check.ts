import type { RaciFinding } from '#shared/model/governance/raci.ts';
import { rolesWith } from './raci.ts';
import type { GateLetters, RaciGate } from './raci.ts';

export type RaciPeople = {
  roleNames: ReadonlyMap<string, string>;
  /** Who holds a role, or is assigned to it on the release that is asked about. */
  holders: (roleKey: string) => readonly { id: string; name: string }[];
  /** Whether somebody stands in for the role, or for each of its holders. */
  hasDeputy: (roleKey: string) => boolean;
  /** Who asked for the release; null where no release is asked about. */
  requester: { id: string; name: string } | null;
  /** The role that builds, for "nobody approves alone what they built". */
  builders: readonly string[];
};

/**
 * What is wrong with who answers for what, gate by gate, and for the roles that answer: exactly one
 * accountable, somebody responsible, no approver who asked for the release, nobody who approves
 * alone what they built, and a deputy for every role that is accountable.
 */
export function raciFindings(
  gates: readonly { gate: RaciGate; letters: GateLetters }[],
  people: RaciPeople,
): RaciFinding[] {
  const named = (roles: readonly string[]) =>
    roles.map((role) => people.roleNames.get(role) ?? role).join(', ');
  const ofGates = gates.flatMap(({ gate, letters }): RaciFinding[] => {
    const accountable = rolesWith(letters, 'A');
    const responsible = rolesWith(letters, 'R');
    const about = { gateKey: gate.key, gate: gate.name };
    const found = (kind: RaciFinding['kind'], text: string, todo: string): RaciFinding => ({
      ...{ ...about, kind, text, todo, roleKey: null },
    });
    return [
      ...(accountable.length === 0
        ? [found('no-accountable', 'Nobody is accountable.', 'Give one role an A.')]
        : []),
      ...(accountable.length > 1
        ? [
            found(
              'many-accountable',
              `${accountable.length} roles are accountable: ${named(accountable)}. Where several answer, nobody does.`,
              'Leave the A with one of them.',
            ),
          ]
        : []),
      ...(responsible.length === 0
        ? [found('no-responsible', 'Nobody is responsible.', 'Give whoever does it an R.')]
        : []),
      ...ownApproval(gate, people).map(({ kind, text, todo }) => found(kind, text, todo)),
    ];
  });
  const answering = [...new Set(gates.flatMap(({ letters }) => rolesWith(letters, 'A')))];
  const ofRoles = answering
    .filter((role) => !people.hasDeputy(role))
    .map((role): RaciFinding => {
      const holders = people.holders(role);
      const name = people.roleNames.get(role) ?? role;
      return {
        ...{ kind: 'no-deputy', gateKey: null, gate: '', roleKey: role },
        text:
          holders.length === 0
            ? `${name} is accountable, and nobody holds the role.`
            : `${name} is accountable and has no deputy: without ${holders.map((each) => each.name).join(', ')} nothing goes on.`,
        todo: holders.length === 0 ? 'Give somebody the role.' : 'Name a deputy.',
      };
    });
  return [...ofGates, ...ofRoles];
}

type Told = Pick<RaciFinding, 'kind' | 'text' | 'todo'>;

/** Each place of a gate that only one person can fill, who should not fill it. */
function ownApproval(
  gate: RaciGate,
  { holders, requester, builders, roleNames }: RaciPeople,
): Told[] {
  return gate.placeRoles.flatMap((role): Told[] => {
    const [only, second] = holders(role);
    if (only === undefined || second !== undefined) return [];
    const name = roleNames.get(role) ?? role;
    if (requester !== null && only.id === requester.id) {
      return [
        {
          kind: 'own-request',
          text: `${only.name} alone could approve as ${name}, and asked for the release.`,
          todo: 'Assign the role to somebody else on this release, or name a deputy.',
        },
      ];
    }
    const builds = builders.some(
      (each) => each !== role && holders(each).some(({ id }) => id === only.id),
    );
    if (gate.placeRoles.length === 1 && builds) {
      return [
        {
          kind: 'own-work',
          text: `${only.name} alone approves as ${name} what they build themselves.`,
          todo: 'Assign one of the two roles to somebody else.',
        },
      ];
    }
    return [];
  });
}
