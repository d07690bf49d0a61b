import { gitlab } from './gitlab.ts';
import type { ProviderWords } from './words.ts';

export const gitlabIssues: ProviderWords = {
  label: 'GitLab issues',
  tells: ['tickets'],
  baseUrl: gitlab.baseUrl,
  address: gitlab.address,
  repository: gitlab.repository,
  tokenHelp:
    'A personal, group or project token with the scope read_api and at least the role Guest is enough. Public projects work without one, at a lower rate limit.',
};
