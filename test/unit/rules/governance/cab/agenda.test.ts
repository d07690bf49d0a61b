import { describe, expect, it } from 'vitest';
import { proposals } from '#shared/rules/governance/cab/agenda.ts';
import type { Candidate, CandidateGate } from '#shared/rules/governance/cab/agenda.ts';

const occasion = {
  startsAt: '2026-11-26T10:00:00.000Z',
  now: '2026-11-24T09:00:00.000Z',
  zone: 'Europe/London',
};

function gate(key: string, given: Partial<CandidateGate> = {}): CandidateGate {
  return {
    ...{ id: key, key, name: key, phase: 'readiness', check: 'decision', places: [] },
    ...{ status: 'waiting', isKept: false },
    ...given,
  };
}

function candidate(
  name: string,
  startAt: string | null,
  gates: CandidateGate[],
  given: Partial<Candidate> & { band?: Candidate['release']['band'] } = {},
): Candidate {
  const { band = 'low', ...rest } = given;
  return {
    release: {
      ...{ id: name, number: 1, name, type: 'minor', phase: 'readiness', startAt },
      ...{ zone: 'Europe/London', band, score: 4 },
    },
    ...{ standardChange: false, onHold: false, gates },
    ...rest,
  };
}

const named = (candidates: Candidate[]) =>
  proposals(candidates, occasion).map(({ kind, release }) => `${kind} ${release.name}`);

describe('The agenda of a board', () => {
  it('goes by the day of the start, then the riskiest, standard changes apart at the end', () => {
    const cab = [gate('cab-decision')];
    expect(
      named([
        candidate('standard', '2026-11-27T08:00:00.000Z', [], { standardChange: true }),
        candidate('later', '2026-12-10T08:00:00.000Z', cab, { band: 'critical' }),
        candidate('calm', '2026-11-28T08:00:00.000Z', cab),
        candidate('risky', '2026-11-28T22:00:00.000Z', cab, { band: 'high' }),
      ]),
    ).toEqual(['decision risky', 'decision calm', 'decision later', 'standard standard']);
  });

  it('takes other decisions only where a start is near and no gate is of the board', () => {
    const open = [gate('qa-sign-off'), gate('lead', { status: 'passed' })];
    const near = '2026-12-01T22:00:00.000Z';
    expect(named([candidate('near', near, open)])).toEqual(['decision near']);
    expect(named([candidate('far', '2026-12-20T22:00:00.000Z', open)])).toEqual([]);
    const settled = [...open, gate('cab-decision', { status: 'passed' })];
    expect(named([candidate('decided', near, settled)])).toEqual([]);
    const ofRole = [gate('go', { places: [{ key: 'a', roleKey: 'cab-member' }] }), ...open];
    const [item] = proposals([candidate('role', near, ofRole)], occasion);
    expect(item?.gateIds).toEqual(['go']);
    expect(item?.why).toBe('“go” waits for the board; planned to start Tue 1 Dec 22:00.');
  });

  it('leaves out what is on hold, has no start, was left, or is looked at afterwards', () => {
    const near = '2026-11-28T08:00:00.000Z';
    const cab = [gate('cab-decision')];
    expect(
      named([
        candidate('held', near, cab, { onHold: true }),
        candidate('undated', null, cab),
        candidate('left', near, [gate('cab-decision', { isKept: true })]),
        candidate('after', near, [gate('review', { phase: 'post-release' })]),
        candidate('far', '2027-01-20T08:00:00.000Z', cab),
      ]),
    ).toEqual([]);
  });
});
