import { describe, expect, it } from 'vitest';
import type { Lens } from '#shared/model/measures/terms.ts';
import { evaluateMeasures } from '#shared/rules/measures/evaluate.ts';
import type { MeasureOptions } from '#shared/rules/measures/options.ts';
import { whyIn, whyOut } from '#shared/rules/measures/words.ts';
import { golden, readGiven, spanOf, utc } from '../../../support/golden-measures.ts';
import type {
  GivenChange,
  GivenDeployment,
  GivenIncident,
  GivenRows,
} from '../../../support/golden-measures.ts';

const service = 'payments';

function deployed(id: string, at: string, more: Partial<GivenDeployment> = {}): GivenDeployment {
  return {
    ...{ id, service, environment: 'production', result: 'succeeded' },
    ...{ startedAt: utc(at), finishedAt: utc(at), commit: `sha-${id}`, ...more },
  };
}

function broke(id: string, at: string, more: Partial<GivenIncident> = {}): GivenIncident {
  return { id, service, severity: 'major', createdAt: utc(at), resolvedAt: null, ...more };
}

function changed(id: string, merged: string, more: Partial<GivenChange> = {}): GivenChange {
  return {
    ...{ id, service, commit: `sha-${id}`, firstCommitAt: utc(merged), openedAt: utc(merged) },
    ...{ mergedAt: utc(merged), ...more },
  };
}

function measured(given: GivenRows, lens: Lens = 'slipway', more: Partial<MeasureOptions> = {}) {
  const options = { ...spanOf(golden.window), lens, unit: 'perDeployment' as const, ...more };
  return evaluateMeasures(readGiven(given), options);
}

const failed = (given: GivenRows, lens: Lens = 'slipway') =>
  measured(given, lens).changeFailureRate.numeratorRows.map(({ id }) => id);

const reasons = (of: readonly { id: string; reason: string }[]) =>
  Object.fromEntries(of.map(({ id, reason }) => [id, reason]));

const two = [deployed('D1', '03-03 10:00'), deployed('D2', '03-05 10:00')];

describe('an incident at the very finish of a deployment', () => {
  const incidents = [broke('I1', '03-05 10:00')];

  it('belongs to that deployment by our rule, and to the one before by DevLake’s', () => {
    expect(failed({ deployments: two, incidents })).toEqual(['D2']);
    expect(failed({ deployments: two, incidents }, 'devlake')).toEqual(['D1']);
    expect(failed({ deployments: two, incidents }, 'sleuth')).toEqual(['D2']);
  });

  it('belongs to the later of two that finished together', () => {
    const deployments = [
      deployed('D2', '03-05 10:00'),
      deployed('D3', '03-05 10:00', { startedAt: utc('03-05 09:50') }),
    ];
    expect(failed({ deployments, incidents })).toEqual(['D2']);
  });
});

describe('two deployments of one pipeline', () => {
  const deployments = [
    deployed('EU', '03-03 10:00', { pipelineId: 'P1' }),
    deployed('US', '03-03 10:20', { pipelineId: 'P1' }),
    deployed('D2', '03-10 10:00'),
  ];

  it('are over at their last finish to DevLake: what broke between belongs to neither', () => {
    const incidents = [broke('I1', '03-03 10:10', { resolvedAt: utc('03-03 10:15') })];
    const { failedDeploymentRecoveryTime: recovery } = measured(
      { deployments, changes: [], incidents, releases: [] },
      'devlake',
    );
    expect(recovery.rows).toEqual([]);
    expect(recovery.excluded.map(({ id, reason }) => [id, reason])).toEqual([
      ['I1', 'noEarlierDeployment'],
    ]);
  });

  it('are two to us and one to DevLake, at the last finish', () => {
    expect(measured({ deployments }).changeFailureRate.denominator).toBe(3);
    const devlake = measured({ deployments }, 'devlake').changeFailureRate;
    expect(devlake.rows.map(({ id }) => id)).toEqual(['US', 'D2']);
    expect(reasons(devlake.excluded)).toEqual({ EU: 'sameDeployment' });
  });

  it('fail as one under DevLake, whichever the incident follows', () => {
    const incidents = [broke('I1', '03-03 10:10'), broke('I2', '03-03 11:00')];
    expect(failed({ deployments, incidents })).toEqual(['EU', 'US']);
    expect(failed({ deployments, incidents }, 'devlake')).toEqual(['US']);
  });

  it('of two services keep their own incidents', () => {
    const both = [
      deployed('PAY', '03-03 10:00', { pipelineId: 'P1' }),
      deployed('WEB', '03-03 10:20', { pipelineId: 'P1', service: 'web' }),
    ];
    expect(failed({ deployments: both, incidents: [broke('I1', '03-03 11:00')] })).toEqual(['PAY']);
  });
});

describe('a commit deployed again', () => {
  const deployments = [
    deployed('D1', '03-03 10:00', { commit: 'abc' }),
    deployed('D2', '03-09 10:00', { commit: 'abc' }),
  ];
  const changes = [changed('C1', '03-02 10:00', { commit: 'abc' })];

  it('keeps its change with the first deployment; what goes wrong later belongs to the second', () => {
    const rows = { deployments, changes, incidents: [broke('I1', '03-09 12:00')] };
    const { leadTimeForChanges: lead } = measured(rows);
    expect(lead.rows).toMatchObject([
      { id: 'C1', minutes: 1440, causes: [{ id: 'D1', link: 'sameCommit' }] },
    ]);
    expect(failed(rows)).toEqual(['D2']);
  });

  it('brings its changes again to fourkeys', () => {
    const { leadTimeForChanges: lead } = measured({ deployments, changes }, 'fourkeys');
    expect(lead.rows.map(({ minutes }) => minutes)).toEqual([1440, 10_080]);
  });
});

describe('a rollback', () => {
  const deployments = [
    deployed('D1', '03-03 10:00'),
    deployed('D2', '03-05 10:00'),
    deployed('D3', '03-05 11:00', { rollbackOf: 'D2', commit: 'sha-D1' }),
  ];

  it('makes what it takes back a failure and is a deployment itself, though no rework', () => {
    const { changeFailureRate, deploymentReworkRate } = measured({ deployments });
    expect(changeFailureRate).toMatchObject({ numerator: 1, denominator: 3 });
    expect(changeFailureRate.numeratorRows.map(whyIn)).toEqual([
      'D2 counts as failed: it was rolled back (D3).',
    ]);
    expect(deploymentReworkRate).toMatchObject({ numerator: 0, beside: [{ numerator: 1 }] });
  });

  it('takes what goes wrong after it, and brings no change', () => {
    expect(failed({ deployments, incidents: [broke('I1', '03-05 12:00')] })).toEqual(['D2', 'D3']);
    const changes = [changed('C1', '03-05 10:30')];
    const { leadTimeForChanges: lead } = measured({ deployments, changes });
    expect(reasons(lead.excluded)).toEqual({ C1: 'notDeployed' });
  });

  it('is told of a deployment by its result alone, too', () => {
    const alone = [deployed('D1', '03-03 10:00', { result: 'rolled-back' })];
    const { changeFailureRate, deploymentSuccessRate } = measured({ deployments: alone });
    expect(changeFailureRate).toMatchObject({ numerator: 1, denominator: 1 });
    expect(deploymentSuccessRate).toMatchObject({ numerator: 0, denominator: 1 });
  });
});

describe('a hotfix that fails as well', () => {
  it('counts for what it was to mend and, once it is live, for itself, each once', () => {
    const deployments = [
      deployed('D1', '03-03 10:00'),
      deployed('D2', '03-03 12:00', { fixOf: 'D1' }),
      deployed('D3', '03-03 14:00', { fixOf: 'D2' }),
    ];
    const incidents = [broke('I1', '03-03 10:30'), broke('I2', '03-03 12:30')];
    expect(failed({ deployments, incidents })).toEqual(['D1', 'D2']);
    const { deploymentReworkRate } = measured({ deployments, incidents });
    expect(deploymentReworkRate).toMatchObject({ numerator: 2, denominator: 3 });
  });

  it('was needed even where it never reached users', () => {
    const deployments = [
      deployed('D1', '03-03 10:00'),
      deployed('D2', '03-03 12:00', { fixOf: 'D1', result: 'failed' }),
      deployed('D3', '03-03 13:00', { fixOf: 'D1', result: 'cancelled' }),
    ];
    const { changeFailureRate } = measured({ deployments });
    expect(changeFailureRate).toMatchObject({ numerator: 1, denominator: 1 });
    expect(changeFailureRate.numeratorRows[0]?.causes).toMatchObject([{ id: 'D2' }]);
  });
});

describe('incidents without an end', () => {
  it('pull the older query of DevLake down to 45, and the newer leaves them out', () => {
    const end = (minutes: number) =>
      new Date(Date.parse(utc('03-10 08:00')) + minutes * 60_000).toISOString();
    const incidents = [
      ...['N1', 'N2', 'N3'].map((id) => broke(id, '03-10 08:00')),
      ...[45, 60, 150, 400].map((minutes) =>
        broke(`I${minutes}`, '03-10 08:00', { resolvedAt: end(minutes) }),
      ),
    ];
    const { timeToRestore } = measured({ incidents }, 'devlake');
    expect(timeToRestore).toMatchObject({ value: 60, n: 4, beside: [{ value: 45 }] });
    expect(measured({ incidents }).timeToRestore).toMatchObject({ value: 105 });
    expect(measured({ incidents }).timeToRestore.open).toHaveLength(3);
  });
});

describe('what a hand has linked', () => {
  it('wins over every rule of ours, and not over DevLake’s', () => {
    const incidents = [broke('I1', '03-06 10:00', { deploymentId: 'D1' })];
    expect(failed({ deployments: two, incidents })).toEqual(['D1']);
    expect(failed({ deployments: two, incidents }, 'devlake')).toEqual(['D2']);
    const fourkeys = measured(
      { deployments: two, incidents, changes: [changed('C1', '03-02 10:00')] },
      'fourkeys',
    );
    expect(fourkeys.changeFailureRate).toMatchObject({ numerator: 1, denominator: 1, value: 1 });
  });

  it('can tie an incident of another service', () => {
    const incidents = [broke('I1', '03-06 10:00', { service: 'web', deploymentId: 'D1' })];
    const { changeFailureRate, timeToRestore } = measured(
      { deployments: two, incidents },
      'slipway',
      {
        services: [service],
      },
    );
    expect(changeFailureRate.numerator).toBe(1);
    expect(timeToRestore.open).toEqual([]);
  });

  it('is left out with its reason where it leads nowhere', () => {
    const deployments = [...two, deployed('D3', '03-06 10:00', { result: 'failed' })];
    const incidents = [
      broke('I1', '03-06 10:00', { deploymentId: 'D9' }),
      broke('I2', '03-06 10:00', { deploymentId: 'D3' }),
    ];
    const { changeFailureRate } = measured({ deployments, incidents });
    expect(reasons(changeFailureRate.excluded)).toMatchObject({
      ...{ I1: 'linkedElsewhere', I2: 'linkedNotLive' },
    });
    expect(changeFailureRate.excluded.map(whyOut)).toContain(
      'I2 is left out: it is linked to D3, which never reached users in production.',
    );
  });
});

describe('changes', () => {
  it('that were squashed away are told where links are by commit alone', () => {
    const changes = [changed('C1', '03-04 10:00'), changed('C2', '03-06 10:00')];
    const { leadTimeForChanges } = measured({ deployments: two, changes }, 'slipway', {
      linkByTime: false,
    });
    expect(reasons(leadTimeForChanges.excluded)).toEqual({
      ...{ C1: 'unlinkedSquash', C2: 'notDeployed' },
    });
  });

  it('without a commit time, not merged, or committed after their deployment are left out', () => {
    const changes = [
      changed('C1', '03-04 10:00', { firstCommitAt: null }),
      changed('C2', '03-04 10:00', { mergedAt: null }),
      changed('C3', '03-06 10:00', { deploymentId: 'D2' }),
    ];
    const { leadTimeForChanges } = measured({ deployments: two, changes });
    expect(leadTimeForChanges).toMatchObject({ value: null, standing: 'no-data' });
    expect(reasons(leadTimeForChanges.excluded)).toEqual({
      ...{ C1: 'noCommit', C2: 'notMerged', C3: 'negativeSpan' },
    });
  });
});

describe('the future', () => {
  const rows = {
    deployments: [...two, deployed('D3', '03-29 10:00'), deployed('D4', '04-02 10:00')],
    incidents: [
      broke('I1', '03-29 12:00', { resolvedAt: utc('04-01 12:00') }),
      broke('I2', '04-01 09:00'),
    ],
  };

  it('is what lies past the window, unless more is known', () => {
    const { changeFailureRate, timeToRestore } = measured(rows);
    expect(reasons(changeFailureRate.excluded)).toEqual({ D4: 'inFuture', I2: 'inFuture' });
    expect(timeToRestore.open).toEqual([{ id: 'I1', kind: 'incident', minutes: 720 }]);
  });

  it('is known until asOf, at which ages and ripeness are told', () => {
    const later = { asOf: Date.parse(utc('04-10 00:00')) };
    const { changeFailureRate, timeToRestore } = measured(rows, 'slipway', later);
    expect(reasons(changeFailureRate.excluded)).toEqual({ D4: 'afterWindow' });
    expect(changeFailureRate.unripe).toEqual([]);
    expect(changeFailureRate.numeratorRows[0]?.causes.map(({ id }) => id)).toEqual(['I1', 'I2']);
    expect(timeToRestore).toMatchObject({ value: 4320, open: [] });
  });
});
