import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalisedRun } from '#shared/model/delivery/pipelines.ts';
import { normaliseRuns } from '#core/sync/github/normalise-runs.ts';
import { aRun } from '../../../support/servers/runs.ts';

const keys = Object.keys(aRun());

/** A run in which some fields hold anything JSON can. */
const mutated = fc
  .dictionary(fc.constantFrom(...keys), fc.jsonValue(), { maxKeys: 6 })
  .map((changes) => ({ ...aRun(), ...changes }));

describe('an answer with anything in it', () => {
  it('gives rows the model accepts and warnings, and never fails', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(mutated, fc.jsonValue()), { maxLength: 4 }), (payload) => {
        const { rows, warnings } = normaliseRuns(payload);
        for (const row of rows) expect(normalisedRun.safeParse(row).error).toBeUndefined();
        for (const { at, reason } of warnings) expect(at && reason).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });

  it('warns of a run whose id is a thing that cannot even be written', () => {
    const { rows, warnings } = normaliseRuns([{ ...aRun(), id: { toString: null } }]);
    expect(rows).toEqual([]);
    expect(warnings).toHaveLength(1);
  });

  it('is succeeded only where the provider said so', () => {
    fc.assert(
      fc.property(mutated, (run) => {
        const [row] = normaliseRuns(run).rows;
        if (row?.status !== 'succeeded') return;
        expect(String(run.status).trim().toLowerCase()).toBe('completed');
        expect(['success', 'neutral']).toContain(String(run.conclusion).trim().toLowerCase());
      }),
      { numRuns: 500 },
    );
  });
});
