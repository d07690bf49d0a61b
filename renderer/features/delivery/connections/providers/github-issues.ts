import { github } from './github.ts';
import type { ProviderWords } from './words.ts';

export const githubIssues: ProviderWords = {
  label: 'GitHub issues',
  tells: ['tickets'],
  baseUrl: github.baseUrl,
  address: github.address,
  repository: github.repository,
  tokenHelp:
    'A fine-grained token with read access to Issues and Metadata of this repository is enough. Public repositories work without one, at a lower rate limit. Pull requests are left out.',
};
