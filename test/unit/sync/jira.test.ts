import { describe, expect, it } from 'vitest';
import { normalise } from '#core/sync/entry.ts';
import { jira } from '../../support/answers/trackers.ts';

function anIssue(fields: object) {
  return { ...jira.issues, fields: { ...jira.issues.fields, ...fields } };
}

function read(category: string | null | undefined, resolution: string | null, name = '完成') {
  const status = { name, statusCategory: { key: category } };
  const fields = { status, resolution: resolution === null ? null : { name: resolution } };
  return normalise('jira', 'issues', anIssue(fields));
}

describe('the status of a Jira issue', () => {
  it.each([
    ['new', null, 'queued', false],
    ['indeterminate', null, 'running', false],
    [' Done ', null, 'succeeded', false],
    ['done', 'Fixed', 'succeeded', false],
    ['done', "Won't Do", 'skipped', false],
    ['done', 'Won’t Fix', 'skipped', false],
    ['done', 'duplicate', 'skipped', false],
    ['done', 'Invalid', 'skipped', false],
    ['done', 'Declined', 'skipped', false],
    ['done', 'Cannot Reproduce', 'skipped', false],
    ['new', 'Fixed', 'queued', true],
    ['indeterminate', 'Duplicate', 'running', true],
    ['undefined', null, 'unknown', false],
    ['finished', 'Fixed', 'unknown', false],
    ['', null, 'unknown', false],
    [null, null, 'unknown', false],
    [undefined, null, 'unknown', false],
  ])('of category %s with resolution %s is %s', (category, resolution, status, warned) => {
    const { rows, warnings } = read(category, resolution);
    expect(rows).toMatchObject([{ status, warnings: warned, rawStatus: '完成' }]);
    expect(rows).toMatchObject([{ rawResult: resolution }]);
    expect(warnings.length > 0).toBe(warned);
  });

  it('is by its category, whatever it is called', () => {
    expect(read('new', null, 'Done').rows).toMatchObject([{ status: 'queued' }]);
    expect(normalise('jira', 'issues', anIssue({ status: null })).rows).toMatchObject([
      { status: 'unknown', rawStatus: null },
    ]);
  });
});

describe('an answer of Jira', () => {
  const page = [jira.issues, { ...jira.issues, id: '10003' }];
  it.each([
    ['Cloud', { issues: page, nextPageToken: 'x', isLast: false }],
    ['Data Center', { startAt: 0, maxResults: 50, total: 2, issues: page }],
    ['pages in a list', [{ issues: page }, { issues: null }]],
  ])('of %s is read alike', (_name, payload) => {
    expect(normalise('jira', undefined, payload).rows).toMatchObject([
      { externalId: '10002' },
      { externalId: '10003' },
    ]);
  });

  it('is read with nulls, dates without colon, and the page people see', () => {
    const bare = { ...anIssue({ priority: null, assignee: null, labels: null }), self: null };
    expect(normalise('jira', 'issue', bare).rows).toMatchObject([
      { priority: null, assignee: null, labels: [], url: null },
    ]);
    expect(normalise('jira', 'issue', jira.issues).rows).toMatchObject([
      {
        ...{ key: 'PAY-12', url: 'https://acme.atlassian.net/browse/PAY-12', releases: ['1.2.0'] },
        ...{ createdAt: '2026-01-25T21:19:10.938Z', finishedAt: '2026-02-01T21:19:10.938Z' },
      },
    ]);
  });

  it('with ids only is no status, and says what to ask for', () => {
    const { rows, warnings } = normalise('jira', undefined, { issues: [{ id: '1', key: 'A-1' }] });
    expect(rows).toEqual([]);
    expect(warnings).toEqual([
      { at: 'issues[0].fields', reason: expect.stringContaining('asks for them') },
    ]);
  });

  it('with a date that is none loses the date, not the issue', () => {
    const { rows, warnings } = normalise('jira', 'issues', [
      anIssue({ created: '2024-09-2T14:42' }),
    ]);
    expect(rows).toMatchObject([{ createdAt: null, status: 'succeeded' }]);
    expect(warnings).toMatchObject([{ at: '[0].fields.created' }]);
  });

  it('that is an error is refused with its words', () => {
    const error = { errorMessages: ['The value X does not exist'], errors: {} };
    expect(() => normalise('jira', undefined, error)).toThrow('The value X does not exist');
  });

  it.each([
    [{ released: true, archived: true }, 'succeeded'],
    [{ released: false }, 'queued'],
    [{ released: false, archived: true }, 'skipped'],
    [{ released: null, archived: null }, 'unknown'],
  ])('holds versions: %j is %s', (changes, status) => {
    const payload = { isLast: true, values: [{ ...jira.versions, ...changes }] };
    expect(normalise('jira', undefined, payload).rows).toMatchObject([
      { kind: 'ticket', externalId: 'version/10002', status },
    ]);
  });
});
