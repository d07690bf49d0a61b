import { describe, expect, it } from 'vitest';
import type { ConnectionView } from '#shared/contract/delivery/connections.ts';
import { runStatuses } from '#shared/model/delivery/pipelines.ts';
import {
  countsInWords,
  mappingInWords,
  standingOf,
} from '../../../renderer/features/delivery/connections/connection-words.ts';
import { remap, rowsOf } from '../../../renderer/features/delivery/connections/mapping.ts';
import { runLook, safeLink } from '../../../renderer/features/delivery/pipelines/run-words.ts';
import { lookOf } from '../../../renderer/features/planning/releases/runs/run-words.ts';

const now = '2026-11-24T09:20:00.000Z';

function connectionWith(state: Partial<ConnectionView['state']>): ConnectionView {
  return {
    id: '0190a0a0-0000-7000-8000-000000000001',
    rev: 1,
    provider: 'github',
    name: 'shop',
    baseUrl: 'https://api.github.com',
    repository: 'acme/shop',
    workflows: [],
    environments: [],
    services: [],
    everyMinutes: null,
    onFocus: false,
    ca: null,
    proxy: null,
    authorities: [],
    paused: null,
    hasToken: true,
    state: {
      lastSuccessAt: '2026-11-24T09:00:00.000Z',
      lastTriedAt: '2026-11-24T09:00:00.000Z',
      lastError: null,
      rateLimitedUntil: null,
      nextSyncAt: null,
      warnings: [],
      counts: null,
      ...state,
    },
  };
}

describe('where a connection stands', () => {
  it.each([
    ['in step', {}, 'passed'],
    ['never synced', { lastSuccessAt: null }, 'waiting'],
    ['older than a day', { lastSuccessAt: '2026-11-23T09:00:00.000Z' }, 'out-of-date'],
    ['failed, however fresh its facts', { lastError: 'refused' }, 'failed'],
    ['rate limited', { rateLimitedUntil: '2026-11-24T10:00:00.000Z' }, 'waiting'],
  ] as const)('is told when it is %s', (_what, state, kind) => {
    expect(standingOf(connectionWith(state), now, 'Europe/London').kind).toBe(kind);
  });

  it('forgets a rate limit that has passed', () => {
    const past = connectionWith({ rateLimitedUntil: '2026-11-24T09:00:00.000Z' });
    expect(standingOf(past, now, 'Europe/London').kind).toBe('passed');
  });
});

describe('what an import brought', () => {
  it('leaves out what is none', () => {
    expect(countsInWords({ added: 1200, updated: 0, unchanged: 3, rejected: 0 })).toBe(
      '1,200 new · 3 unchanged',
    );
    expect(countsInWords({ added: 0, updated: 0, unchanged: 0, rejected: 0 })).toBe(
      'nothing there',
    );
  });
});

describe('the mapping of workflows', () => {
  const build = { workflow: '.github/workflows/build.yml', serviceId: 's', required: true };

  it('shows what is known and what is mapped once each', () => {
    const rows = rowsOf(
      [
        { workflow: build.workflow, name: 'Build' },
        { workflow: '.github/workflows/scan.yml', name: '' },
      ],
      [build, { ...build, workflow: 'typed.yml' }],
    );
    expect(rows.map(({ name, serviceId }) => [name, serviceId])).toEqual([
      ['Build', 's'],
      ['scan.yml', null],
      ['typed.yml', 's'],
    ]);
  });

  it('makes a newly mapped workflow required, and drops one that loses its service', () => {
    expect(remap([], build.workflow, { serviceId: 's' })).toEqual([build]);
    expect(remap([build], build.workflow, { serviceId: '' })).toEqual([]);
    expect(remap([build], build.workflow, { required: false })).toEqual([
      { ...build, required: false },
    ]);
  });

  it('is told with what gates wait for', () => {
    const told = (...required: boolean[]) =>
      mappingInWords({ workflows: required.map((each) => ({ ...build, required: each })) });
    expect(told()).toBe('no workflow mapped');
    expect(told(true)).toBe('1 workflow, required');
    expect(told(true, false)).toBe('2 workflows, 1 required');
    expect(told(false, false)).toBe('2 workflows, none required');
  });
});

describe('a run', () => {
  it('that succeeded with warnings waits for somebody', () => {
    expect(runLook({ status: 'succeeded', warnings: true }).kind).toBe('waiting');
    expect(runLook({ status: 'succeeded', warnings: false }).kind).toBe('passed');
    expect(runLook({ status: 'unknown', warnings: false }).kind).not.toBe('passed');
  });

  it.each(runStatuses)(
    'that is %s looks the same on its release and on its connection',
    (status) => {
      for (const warnings of [false, true]) {
        const { kind, label } = runLook({ status, warnings });
        expect(lookOf({ status, warnings })).toEqual({ kind, word: label });
      }
    },
  );

  it.each([
    ['javascript:alert(1)'],
    ['data:text/html,x'],
    ['https://user:secret@github.com/'],
    ['not an address'],
    [null],
  ])('never links to %s', (url) => {
    expect(safeLink(url)).toBeNull();
  });

  it('links to the address of the provider', () => {
    expect(safeLink('https://github.com/acme/shop/actions/runs/1')).not.toBeNull();
  });
});
