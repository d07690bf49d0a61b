import { onlyThere, type ProviderWords } from './words.ts';

export const github: ProviderWords = {
  label: 'GitHub Actions',
  tells: ['runs', 'deployments'],
  baseUrl: 'https://api.github.com',
  address: {
    label: 'Address of the API',
    help: `GitHub itself, or your GitHub Enterprise server: https://github.example.com/api/v3. ${onlyThere}`,
  },
  repository: {
    label: 'Repository',
    placeholder: 'owner/name',
    expected: 'expected owner/name, such as acme/payments-api',
    pattern: /^[^\s/?#]+\/[^\s/?#]+$/,
  },
  tokenHelp:
    'A fine-grained token with read access to Actions, Deployments and Metadata of this repository is enough. Public repositories work without one, at a lower rate limit.',
  workflow: '.github/workflows/build.yml',
};
