import { describe, expect, it } from 'vitest';
import { evaluateMeasure } from '#shared/rules/measures/evaluate.ts';
import { lensDifference } from '#shared/rules/measures/lens-difference.ts';
import { golden, readGiven, spanOf } from '../../../support/golden-measures.ts';

const rows = readGiven(golden.rows);
const unit = 'perDeployment';
const ours = evaluateMeasure('changeFailureRate', rows, { ...spanOf(golden.window), unit });
const gitlab = evaluateMeasure('changeFailureRate', rows, {
  ...{ ...spanOf(golden.window), lens: 'gitlab' },
});
const longer = evaluateMeasure('changeFailureRate', rows, {
  ...{ ...spanOf(golden.longWindow), lens: 'gitlab' },
});

const why = (differences: ReturnType<typeof lensDifference>) =>
  Object.fromEntries(differences.map(({ id, here, there }) => [id, [here.why, there.why]]));

describe('the switch from 50.0 % to 66.7 % to 83.3 %', () => {
  it('is seen in the values', () => {
    const shown = [ours, gitlab, longer].map(
      ({ value, numerator, denominator }) =>
        `${((value ?? 0) * 100).toFixed(1)} % (${numerator} of ${denominator})`,
    );
    expect(shown).toEqual(['50.0 % (3 of 6)', '66.7 % (4 of 6)', '83.3 % (5 of 6)']);
  });

  it('from ours to GitLab is told by each row: two incidents of one deployment count twice', () => {
    const differences = lensDifference(ours, gitlab);
    expect(why(differences)).toEqual({
      D2: [
        'D2 counts as failed: incident I1 belongs to it, since it was the latest to reach users that had finished by then; incident I2 belongs to it, since it was the latest to reach users that had finished by then.',
        'D2 reached users in the window.',
      ],
      D6: [
        'D6 counts as failed: incident I3 belongs to it, since it was the latest to reach users that had finished by then.',
        'D6 reached users in the window.',
      ],
      D8: [
        'D8 counts as failed: incident I4 belongs to it, since it was the latest to reach users that had finished by then.',
        'D8 reached users in the window.',
      ],
      ...Object.fromEntries(
        ['I1', 'I2', 'I3', 'I4'].map((id) => [
          id,
          [
            `slipway does not look at ${id} by itself.`,
            `${id} counts by itself: it was created in the window, and nothing links it to a deployment.`,
          ],
        ]),
      ),
    });
    expect(differences.filter(({ here }) => here.place === 'numerator')).toHaveLength(3);
    expect(differences.filter(({ there }) => there.place === 'numerator')).toHaveLength(4);
  });

  it('from a window to a longer one is the incident of the day more', () => {
    expect(lensDifference(gitlab, longer)).toEqual([
      {
        id: 'I0',
        here: {
          place: 'out',
          why: 'I0 is left out: the time of this incident lies before the window.',
        },
        there: {
          place: 'numerator',
          why: 'I0 counts by itself: it was created in the window, and nothing links it to a deployment.',
        },
      },
    ]);
  });
});
