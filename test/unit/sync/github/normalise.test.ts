import { describe, expect, it } from 'vitest';
import { normalisedRun } from '#shared/model/delivery/pipelines.ts';
import { normaliseRuns } from '#core/sync/github/normalise-runs.ts';
import { aRun, someRuns, type RunOverrides } from '../../../support/servers/runs.ts';

const one = (overrides: RunOverrides) => normaliseRuns(aRun(overrides));

describe('a run as a row', () => {
  it('has every field of the model, from a full answer and a short one alike', () => {
    const expected = {
      kind: 'run',
      externalId: '1296269/9000000001',
      attempt: 1,
      number: 1,
      workflow: '.github/workflows/build.yml',
      workflowName: 'Build',
      title: 'Change number 1',
      status: 'succeeded',
      warnings: false,
      rawStatus: 'completed',
      rawResult: 'success',
      commit: '0000000000000000000000000000' + (9_000_000_001 * 7919).toString(16),
      branch: 'main',
      event: 'push',
      url: 'https://github.com/acme/shop/actions/runs/9000000001',
      createdAt: '2026-01-05T09:00:00.000Z',
      startedAt: '2026-01-05T09:00:00.000Z',
      updatedAt: '2026-01-05T09:05:00.000Z',
      finishedAt: '2026-01-05T09:05:00.000Z',
    };
    expect(one({})).toEqual({ rows: [expected], warnings: [] });
    expect(one({ full: true })).toEqual({ rows: [expected], warnings: [] });
  });

  it('finishes when it is over, and not while it runs or waits for a person', () => {
    const finished = (status: string, conclusion: string | null) =>
      one({ status, conclusion }).rows[0]?.finishedAt;
    expect(finished('completed', 'failure')).toBe('2026-01-05T09:05:00.000Z');
    expect(finished('completed', 'brand_new')).toBe('2026-01-05T09:05:00.000Z');
    expect(finished('completed', 'action_required')).toBeNull();
    expect(finished('in_progress', null)).toBeNull();
  });

  it('keeps the provider’s words as they are', () => {
    expect(one({ status: ' Completed', conclusion: 'Shiny' }).rows[0]).toMatchObject({
      status: 'unknown',
      rawStatus: ' Completed',
      rawResult: 'Shiny',
    });
    expect(one({ status: '', conclusion: '' }).rows[0]).toMatchObject({
      rawStatus: '',
      rawResult: '',
    });
  });

  it.each([
    ['.github/workflows/build.yml@refs/heads/main', '.github/workflows/build.yml'],
    ['.github/workflows/build.yaml@v1', '.github/workflows/build.yaml'],
    ['acme/ci/.github/workflows/a@b.yml@refs/heads/x@y', 'acme/ci/.github/workflows/a@b.yml'],
    ['dynamic/pages/pages-build-deployment', 'dynamic/pages/pages-build-deployment'],
    ['dynamic/x@refs/heads/main', 'dynamic/x'],
  ])('knows the workflow of %s as %s', (path, workflow) => {
    expect(one({ path }).rows[0]?.workflow).toBe(workflow);
  });

  it('takes null for everything that may be null, and absence for everything but the id', () => {
    const names = Object.keys(aRun()).filter((key) => key !== 'id' && key !== 'repository');
    const empty = { ...aRun(), ...Object.fromEntries(names.map((key) => [key, null])) };
    const absent = { id: 7, repository: { id: 1 }, status: null };
    for (const raw of [empty, absent]) {
      const { rows, warnings } = normaliseRuns(raw);
      expect(warnings).toEqual([]);
      expect(rows).toMatchObject([
        { status: 'unknown', attempt: 1, branch: null, createdAt: null },
      ]);
      expect(normalisedRun.safeParse(rows[0]).success).toBe(true);
    }
  });

  it('keeps ids beyond 2^31 and ids written as text', () => {
    expect(one({ id: 2 ** 52 + 1 }).rows[0]?.externalId).toBe('1296269/4503599627370497');
    const text = { ...aRun(), id: '9223372036854775807', run_number: '12', run_attempt: '3' };
    expect(normaliseRuns(text).rows[0]).toMatchObject({
      externalId: '1296269/9223372036854775807',
      number: 12,
      attempt: 3,
    });
  });

  it('knows a run without its repository by its own id, and says so', () => {
    const { rows, warnings } = one({ repository: null });
    expect(rows[0]?.externalId).toBe('9000000001');
    expect(warnings).toMatchObject([{ at: 'run.repository' }]);
  });

  it('leaves a date it cannot read empty, and says so', () => {
    const { rows, warnings } = one({
      created_at: '2024-09-2T14:42:00Z',
      run_started_at: '',
      updated_at: 'x',
    });
    expect(rows[0]).toMatchObject({ createdAt: null, startedAt: null, updatedAt: null });
    expect(warnings.map(({ at }) => at)).toEqual(['run.updated_at', 'run.created_at']);
  });

  it('keeps hostile texts as texts', () => {
    const hostile =
      "=cmd|'/c calc'!A1 <img src=x onerror=alert(1)> \u202e \0 \u{1f680} feature/ü/x";
    expect(one({ display_title: hostile, head_branch: hostile }).rows[0]).toMatchObject({
      title: hostile,
      branch: hostile,
    });
  });

  it('mends half a surrogate pair, which could not be stored as it is', () => {
    expect(one({ display_title: 'a\ud800b' }).rows[0]?.title).toBe('a\ufffdb');
  });

  it('drops an address no browser should be sent to', () => {
    const { rows, warnings } = one({ html_url: 'javascript:alert(1)' });
    expect(rows[0]?.url).toBeNull();
    expect(warnings).toMatchObject([{ at: 'run.html_url' }]);
  });

  it('is not touched by keys that name object internals', () => {
    const text = JSON.stringify(aRun()).replace(
      '{',
      '{"__proto__":{"status":"x"},"constructor":1,',
    );
    expect(normaliseRuns(JSON.parse(text)).rows[0]?.status).toBe('succeeded');
    expect({}).not.toHaveProperty('status');
  });
});

describe('what is no run', () => {
  it.each([
    ['null', null, /expected a workflow run, found null/],
    ['text', 'run', /found text/],
    ['a number as status', { ...aRun(), status: 3 }, /^status: /],
    ['no id', { ...aRun(), id: undefined }, /^id: /],
    ['a fraction as id', { ...aRun(), id: 1.5 }, /^id: /],
    ['an id that lost digits', { ...aRun(), id: 2 ** 60 }, /^id: /],
    ['attempt 0', aRun({ run_attempt: 0 }), /expected 1 or more, found 0/],
    ['neither status nor conclusion', { id: 1, head_sha: 'a' }, /has no status/],
    ['a title of a megabyte', aRun({ display_title: 'x'.repeat(1e6) }), /^display_title: /],
  ])('is left out with the reason: %s', (_name, raw, reason) => {
    const { rows, warnings } = normaliseRuns([aRun(), raw, aRun({ id: 9 })]);
    expect(rows).toHaveLength(2);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]?.at).toMatch(/^\[1\]/);
    expect(warnings[0]?.reason).toMatch(reason);
  });
});

describe('the shapes runs come in', () => {
  it('are all read alike: one, a list, a page, a list of pages', () => {
    const runs = someRuns(3);
    const page = { total_count: 3, workflow_runs: runs };
    const { rows } = normaliseRuns(runs);
    expect(rows).toHaveLength(3);
    expect(normaliseRuns(page).rows).toEqual(rows);
    expect(normaliseRuns([page, page]).rows).toEqual([...rows, ...rows]);
    expect(normaliseRuns(runs[0]).rows).toEqual([rows[0]]);
  });

  it('name the place of a bad run', () => {
    const places = (payload: unknown) => normaliseRuns(payload).warnings.map(({ at }) => at);
    expect(places({ workflow_runs: [aRun(), 1] })).toEqual(['workflow_runs[1]']);
    expect(places([{ workflow_runs: [] }, { workflow_runs: [1] }])).toEqual([
      '[1].workflow_runs[0]',
    ]);
    expect(places(1)).toEqual(['run']);
  });

  it('keeps the same run in two pages twice, for the store to unite', () => {
    expect(normaliseRuns([aRun(), aRun()]).rows).toHaveLength(2);
  });
});
