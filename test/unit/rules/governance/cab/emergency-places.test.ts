import { describe, expect, it } from 'vitest';
import type { DecisionOutcome } from '#shared/model/governance/gates.ts';
import {
  emergencyVoters,
  placesOfVotes,
  whyNoTwo,
} from '#shared/rules/governance/cab/emergency-places.ts';
import type { SeatedGate } from '#shared/rules/governance/cab/emergency-places.ts';

const seat = (key: string, ...personIds: string[]) => ({
  ...{ key, roleName: key, personIds, standIns: [], isOpen: true },
});
const stoodIn = (key: string, personId: string, ...owners: string[]) => ({
  ...seat(key, ...owners),
  standIns: [{ personId, forPersonId: 'away', reason: 'away is away' }],
});
const filled = (key: string) => ({ ...seat(key), isOpen: false });
const gate = (id: string, ...seats: SeatedGate['seats']): SeatedGate => ({
  ...({ id, key: id, name: id, phase: 'deployment', check: 'decision' } as const),
  ...({ status: 'waiting', isKept: false, places: [], seats } as const),
});
const place = (gates: SeatedGate[], votes: Record<string, DecisionOutcome>) =>
  placesOfVotes(
    gates,
    Object.entries(votes).map(([personId, outcome]) => ({ personId, outcome })),
    (id) => id.toUpperCase(),
  ).map(({ gateId, placeKey, personId }) => `${gateId} ${placeKey}: ${personId}`);

describe('The votes of an emergency', () => {
  it('find a place each, whoever could take that of the other', () => {
    const ecab = gate('ecab', seat('operations', 'both', 'one'), seat('owner', 'both'));
    const seated = ['ecab operations: one', 'ecab owner: both'];
    expect(place([ecab], { both: 'go', one: 'go' })).toEqual(seated);
    expect(place([ecab], { one: 'go', both: 'go' })).toEqual(seated);
  });

  it('are refused when both can only fill the same place, with who else can vote', () => {
    const ecab = gate('ecab', seat('operations', 'ana', 'tom'), seat('owner', 'jon'));
    expect(() => place([ecab], { ana: 'go', tom: 'no-go' })).toThrow(
      'TOM and ANA can only fill the same place, operations at “ecab”, so the vote of ANA would count nowhere. Choose somebody for another place instead of one of them: JON (owner).',
    );
    expect(() => place([ecab], { ana: 'no-go', tom: 'go' })).toThrow('so the vote of TOM would');
    expect(() =>
      place([gate('ecab', filled('owner'), seat('operations', 'ana', 'tom'))], {
        ana: 'go',
        tom: 'no-go',
      }),
    ).toThrow(/only one finds a place: operations at “ecab”\. Record that decision at its gate/);
  });

  it('share out gates with one place left, to nobody else’s loss and the no-go first', () => {
    const first = gate('first', seat('operations', 'ana', 'tom'));
    const second = gate('second', seat('owner', 'tom'));
    expect(place([first, second], { tom: 'go', ana: 'go' })).toEqual([
      'first operations: ana',
      'second owner: tom',
    ]);
    const third = gate('third', seat('quality', 'ana'));
    expect(place([first, second, third], { ana: 'go', tom: 'no-go' })).toEqual([
      'first operations: tom',
      'second owner: tom',
      'third quality: ana',
    ]);
  });

  it('are given by stand-ins too, who go after a place of their own', () => {
    const ecab = gate('ecab', stoodIn('operations', 'dep', 'away'), seat('owner', 'tom'));
    expect(place([ecab], { dep: 'go', tom: 'go' })).toEqual([
      'ecab operations: dep',
      'ecab owner: tom',
    ]);
    const own = gate('own', stoodIn('operations', 'tom', 'ana'), seat('owner', 'tom', 'ana'));
    expect(place([own], { tom: 'go', ana: 'go' })).toEqual([
      'own operations: ana',
      'own owner: tom',
    ]);
    expect(() => place([ecab], { dep: 'go', away: 'no-go' })).toThrow(/only fill the same place/);
    expect(emergencyVoters([ecab]).map(({ personId, places }) => [personId, places])).toEqual([
      ['away', [expect.objectContaining({ placeKey: 'operations', standIn: null })]],
      ['tom', [expect.objectContaining({ placeKey: 'owner', standIn: null })]],
      [
        'dep',
        [
          expect.objectContaining({
            standIn: { forPersonId: 'away', reason: 'away is away' },
          }),
        ],
      ],
    ]);
  });

  it('say beforehand where two people cannot vote', () => {
    expect(whyNoTwo([gate('ecab', seat('operations', 'ana'), seat('owner', 'tom'))])).toBeNull();
    expect(whyNoTwo([gate('ecab', filled('owner'), seat('operations', 'ana', 'tom'))])).toMatch(
      /takes two people, and only one finds a place/,
    );
    expect(whyNoTwo([gate('ecab', seat('owner', 'ana'), seat('operations', 'ana'))])).toMatch(
      /only one finds a place: owner at “ecab” or operations at “ecab”/,
    );
    expect(whyNoTwo([gate('ecab', filled('owner'))])).toMatch(/Every place at “ecab” is filled/);
    expect(whyNoTwo([gate('ecab', seat('owner'))])).toMatch(/Nobody can fill.*Assign roles/);
  });
});
