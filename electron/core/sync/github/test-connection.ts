import { Refusal } from '#shared/model/refusal.ts';
import type { Source } from '../provider.ts';
import { refusalOf, unexpectedShape, type Right } from './refusal.ts';
import { repository as repositorySchema, runsPage } from './schema.ts';
import { ask, openGithub, type Github, type Github200 } from './source.ts';

/** What was reached, for people to see that it is the right place. */
export type ConnectionTest = {
  /** The full name as GitHub spells it; another one than typed after a rename. */
  repository: string;
  repositoryId: string;
  private: boolean | null;
  /** Runs GitHub has; null when it does not say. */
  runs: number | null;
  /** What to know or put right; the connection works all the same. */
  notes: string[];
};

/**
 * Asks for the repository and one run, so that a missing right shows here and not in the first sync.
 * Throws a Refusal that names what is wrong; it does not try for long, because somebody waits.
 */
export async function testConnection(source: Source): Promise<ConnectionTest> {
  const github = openGithub(source);
  const answer = await askOnce(github, github.root, 'Metadata');
  const found = repositorySchema.safeParse(answer.body);
  if (!found.success) throw unexpectedShape(github, 'a repository', answer.body);
  const runsAnswer = await askOnce(github, `${github.root}/actions/runs?per_page=1`, 'Actions');
  const runs = runsPage.safeParse(runsAnswer.body);
  if (!runs.success) throw unexpectedShape(github, 'a page of workflow runs', runsAnswer.body);
  const { full_name: fullName, id, private: isPrivate = null } = found.data;
  return {
    repository: fullName,
    repositoryId: String(id),
    private: isPrivate,
    runs: runs.data.total_count ?? null,
    notes: [
      ...notesOn(github, answer.headers, fullName, ['Actions', 'Deployments']),
      ...(await withoutDeployments(github)),
    ],
  };
}

/** Runs alone are worth a connection; whoever wants deployments too has to know what is missing. */
async function withoutDeployments(github: Github): Promise<string[]> {
  const answer = await ask(github, `${github.root}/deployments?per_page=1`, { limits: brief });
  if (answer.kind !== 'refused' || (answer.status !== 403 && answer.status !== 404)) return [];
  return [
    'The token may not read deployments, so they are left out. Give it the right “Deployments: read”',
  ];
}

const brief = { maxRetries: 1, longestWaitMs: 5000 };

/** Somebody waits for the answer, so it is not tried for long. */
export async function askOnce(github: Github, url: string, right: Right): Promise<Github200> {
  const answer = await ask(github, url, { limits: brief });
  switch (answer.kind) {
    case 'ok':
      return answer;
    case 'refused':
      throw refusalOf(github, answer, right);
    case 'rate-limited':
      throw new Refusal('unavailable', answer.message);
    case 'not-modified':
      throw unexpectedShape(github, 'an answer', null);
  }
}

/** What to know of a repository that was reached, and of a token that may do more than it has to. */
export function notesOn(
  github: Github,
  headers: Headers,
  fullName: string,
  enough: readonly Right[],
): string[] {
  const notes: string[] = [];
  if (fullName.toLowerCase() !== github.repository.toLowerCase()) {
    notes.push(`The repository is now called ${fullName}. Change the name here too`);
  }
  if (github.credential === null) {
    notes.push('Without a token GitHub allows 60 requests an hour. Add one to sync often');
  }
  // Only classic tokens list their scopes; `repo` is the smallest that reads private repositories.
  const scopes = headers.get('x-oauth-scopes')?.split(/\s*,\s*/) ?? [];
  const broad = scopes.filter((scope) => /^(repo|workflow|admin:|write:|delete)/.test(scope));
  if (broad.length > 0) {
    notes.push(
      `The token may also write (${broad.join(', ')}), which Slipway never does. A fine-grained token with ${enough.map((right) => `“${right}: read”`).join(', ')} and “Metadata: read” is enough`,
    );
  }
  return notes;
}
