import type { GithubRun } from './runs.ts';

const api = 'https://api.github.com';

/** The path templates of a repository object, key to what follows the repository's address. */
const repositoryPaths = {
  forks_url: '/forks',
  keys_url: '/keys{/key_id}',
  collaborators_url: '/collaborators{/collaborator}',
  teams_url: '/teams',
  hooks_url: '/hooks',
  issue_events_url: '/issues/events{/number}',
  events_url: '/events',
  assignees_url: '/assignees{/user}',
  branches_url: '/branches{/branch}',
  tags_url: '/tags',
  blobs_url: '/git/blobs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  git_refs_url: '/git/refs{/sha}',
  trees_url: '/git/trees{/sha}',
  statuses_url: '/statuses/{sha}',
  languages_url: '/languages',
  stargazers_url: '/stargazers',
  contributors_url: '/contributors',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  commits_url: '/commits{/sha}',
  git_commits_url: '/git/commits{/sha}',
  comments_url: '/comments{/number}',
  issue_comment_url: '/issues/comments{/number}',
  contents_url: '/contents/{+path}',
  compare_url: '/compare/{base}...{head}',
  merges_url: '/merges',
  archive_url: '/{archive_format}{/ref}',
  downloads_url: '/downloads',
  issues_url: '/issues{/number}',
  pulls_url: '/pulls{/number}',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  labels_url: '/labels{/name}',
  releases_url: '/releases{/id}',
  deployments_url: '/deployments',
};

/** A run with all the fields GitHub sends, most of which nobody reads: about 10 KB. */
export function fullRun(run: GithubRun): GithubRun {
  const { id: repositoryId, full_name: name } = run.repository ?? {
    id: 0,
    full_name: 'ghost/ghost',
  };
  const runUrl = `${api}/repos/${name}/actions/runs/${run.id}`;
  const actor = user('ann', 583231);
  const repository = fullRepository(repositoryId, name);
  return {
    node_id: `WFR_kwLOABPHnc8${run.id.toString(36)}`,
    check_suite_id: run.id + 1000,
    check_suite_node_id: `CS_kwDOABPHnc8${run.id.toString(36)}`,
    url: runUrl,
    pull_requests: [pullRequest(repositoryId, name, run)],
    actor,
    triggering_actor: actor,
    referenced_workflows: [],
    jobs_url: `${runUrl}/jobs`,
    logs_url: `${runUrl}/logs`,
    check_suite_url: `${api}/repos/${name}/check-suites/${run.id + 1000}`,
    artifacts_url: `${runUrl}/artifacts`,
    cancel_url: `${runUrl}/cancel`,
    rerun_url: `${runUrl}/rerun`,
    previous_attempt_url: run.run_attempt > 1 ? `${runUrl}/attempts/${run.run_attempt - 1}` : null,
    workflow_url: `${api}/repos/${name}/actions/workflows/${run.workflow_id}`,
    head_commit: {
      id: run.head_sha,
      tree_id: run.head_sha.split('').reverse().join(''),
      message: `${run.display_title}\n\nThe total was rounded "down" twice: \\ first in the basket.`,
      timestamp: run.created_at,
      author: { name: 'Ann Example', email: 'ann@example.com' },
      committer: { name: 'GitHub', email: 'noreply@github.com' },
    },
    head_repository: repository,
    ...run,
    repository,
  };
}

function user(login: string, id: number) {
  const url = `${api}/users/${login}`;
  return {
    login,
    id,
    node_id: `MDQ6VXNlcj${id.toString(36)}`,
    avatar_url: `https://avatars.githubusercontent.com/u/${id}?v=4`,
    gravatar_id: '',
    url,
    html_url: `https://github.com/${login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: 'User',
    user_view_type: 'public',
    site_admin: false,
  };
}

function fullRepository(id: number, fullName: string) {
  const [owner = '', name = ''] = fullName.split('/');
  const url = `${api}/repos/${fullName}`;
  return {
    id,
    node_id: `MDEwOlJlcG9zaXRvcnk${id}`,
    name,
    full_name: fullName,
    private: true,
    owner: { ...user(owner, 9919), type: 'Organization' },
    html_url: `https://github.com/${fullName}`,
    description: 'The shop customers see',
    fork: false,
    url,
    ...Object.fromEntries(
      Object.entries(repositoryPaths).map(([key, path]) => [key, `${url}${path}`]),
    ),
  };
}

function pullRequest(repositoryId: number, name: string, run: GithubRun) {
  const url = `${api}/repos/${name}`;
  const repo = { id: repositoryId, url, name: name.split('/')[1] };
  return {
    url: `${url}/pulls/${run.run_number}`,
    id: run.id + 2000,
    number: run.run_number,
    head: { ref: run.head_branch, sha: run.head_sha, repo },
    base: { ref: 'main', sha: run.head_sha, repo },
  };
}
