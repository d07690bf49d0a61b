import { describe, expect, it } from 'vitest';
import { byGate, lettersOf } from '#shared/rules/governance/raci.ts';
import type { GivenLetter, RaciGate } from '#shared/rules/governance/raci.ts';
import { raciFindings } from '#shared/rules/governance/raci-check.ts';
import type { RaciPeople } from '#shared/rules/governance/raci-check.ts';

const gate: RaciGate = {
  ...{ key: 'qa', name: 'QA sign-off', placeRoles: ['qa-lead'], accountable: 'qa-lead' },
};
const letter = (roleKey: string, of: GivenLetter['letter'], releaseId: string | null = null) => ({
  ...{ gateKey: 'qa', roleKey, letter: of, releaseId },
});
const mara = { id: 'm', name: 'Mara Okafor' };
const jon = { id: 'j', name: 'Jon Bell' };

function people(more: Partial<RaciPeople> = {}): RaciPeople {
  return {
    roleNames: new Map([['qa-lead', 'QA lead']]),
    holders: () => [mara, jon],
    ...{ hasDeputy: () => true, requester: null, builders: ['development-lead'] },
    ...more,
  };
}

function found(given: readonly GivenLetter[], more: Partial<RaciPeople> = {}) {
  const letters = lettersOf(gate, byGate(given), null);
  return raciFindings([{ gate, letters }], people(more)).map(({ kind }) => kind);
}

describe('the letters of a gate', () => {
  it('are those of the release, else of the workspace, else of the policy', () => {
    const given = [letter('qa-lead', 'A'), letter('operations', 'A', 'r1')];
    expect(lettersOf(gate, byGate(given), 'r1')).toMatchObject({ from: 'release' });
    expect([...lettersOf(gate, byGate(given), 'r1').letters.keys()]).toEqual(['operations']);
    expect(lettersOf(gate, byGate(given), 'r2')).toMatchObject({ from: 'workspace' });
    expect(lettersOf(gate, byGate([]), 'r2')).toMatchObject({ from: 'policy' });
  });

  it('say by the policy who fills its places and who answers, also where that is one role', () => {
    expect([...lettersOf(gate, byGate([]), null).letters]).toEqual([['qa-lead', ['R', 'A']]]);
    const other = { ...gate, accountable: 'release-manager' };
    expect([...lettersOf(other, byGate([]), null).letters]).toEqual([
      ['qa-lead', ['R']],
      ['release-manager', ['A']],
    ]);
  });
});

describe('what is wrong with who answers', () => {
  it('is nothing by the policy, where everybody has a deputy', () => {
    expect(found([])).toEqual([]);
  });

  it('is nobody accountable, several, or nobody who does it', () => {
    expect(found([letter('qa-lead', 'R')])).toEqual(['no-accountable']);
    const two = [letter('qa-lead', 'A'), letter('operations', 'A'), letter('operations', 'R')];
    expect(found(two)).toEqual(['many-accountable']);
    expect(found([letter('qa-lead', 'A')])).toEqual(['no-responsible']);
  });

  it('is an accountable role without a deputy, or without anybody', () => {
    const alone = { hasDeputy: () => false, holders: () => [mara], builders: [] };
    const findings = raciFindings(
      [{ gate, letters: lettersOf(gate, byGate([]), null) }],
      people(alone),
    );
    expect(findings).toMatchObject([{ kind: 'no-deputy', roleKey: 'qa-lead' }]);
    expect(findings[0]?.text).toContain('without Mara Okafor nothing goes on');
    expect(found([], { ...alone, holders: () => [] })).toEqual(['no-deputy']);
  });

  it('is an approver who asked for the release, and one who approves alone what they built', () => {
    expect(found([], { holders: () => [mara], requester: mara })).toEqual(['own-request']);
    expect(found([], { holders: () => [mara], requester: jon })).toEqual(['own-work']);
    expect(found([], { requester: mara })).toEqual([]);
  });
});
