/** One full row of each answer of a tracker, as it documents them. */
export const jira = {
  issues: {
    id: '10002',
    key: 'PAY-12',
    self: 'https://acme.atlassian.net/rest/api/3/issue/10002',
    fields: {
      summary: 'Pay with a card of a foreign bank',
      status: { id: '3', name: 'Done', statusCategory: { id: 3, key: 'done', name: 'Done' } },
      issuetype: { name: 'Story', subtask: false },
      priority: { name: 'High' },
      assignee: { displayName: 'Ada Møller' },
      resolution: { name: 'Fixed' },
      fixVersions: [{ id: '1', name: '1.2.0', released: false }],
      labels: ['cards'],
      created: '2026-01-25T21:19:10.938+0000',
      updated: '2026-02-01T22:19:10.938+0100',
      resolutiondate: '2026-02-01T22:19:10.938+0100',
      description: null,
    },
  },
  versions: {
    id: '10002',
    name: '1.2.0',
    archived: false,
    released: true,
    releaseDate: '2026-02-01',
    projectId: 10_000,
  },
};

export const githubIssues = {
  issues: {
    id: 4_294_967_301,
    number: 12,
    title: 'Größe <b>is</b> wrong',
    state: 'closed',
    state_reason: 'completed',
    html_url: 'https://github.com/acme/shop/issues/12',
    user: null,
    assignee: { login: 'ada' },
    assignees: [{ login: 'ada' }],
    labels: [{ id: 1, name: 'bug', color: 'f00' }],
    milestone: { title: '1.2.0', number: 1 },
    created_at: '2026-01-25T21:19:10Z',
    updated_at: '2026-02-01T21:19:10Z',
    closed_at: '2026-02-01T21:19:10Z',
  },
};

export const gitlabIssues = {
  issues: {
    id: 76,
    iid: 6,
    project_id: 8,
    title: 'Größe is wrong',
    state: 'closed',
    issue_type: 'issue',
    web_url: 'https://gitlab.example.com/acme/shop/-/issues/6',
    assignee: null,
    assignees: [{ id: 1, name: 'Ada Møller', username: 'ada' }],
    labels: ['bug'],
    milestone: null,
    moved_to_id: null,
    created_at: '2026-01-25T21:19:10.123Z',
    updated_at: '2026-02-01T21:19:10.123Z',
    closed_at: '2026-02-01T21:19:10.123Z',
  },
};
