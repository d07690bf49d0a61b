import { onlyThere, type ProviderWords } from './words.ts';

export const gitlab: ProviderWords = {
  label: 'GitLab CI',
  tells: ['runs', 'deployments'],
  baseUrl: 'https://gitlab.com',
  address: {
    label: 'Address of the server',
    help: `gitlab.com, or your own server, also below a path: https://example.com/gitlab. ${onlyThere}`,
  },
  repository: {
    label: 'Project',
    placeholder: 'group/project',
    expected: 'expected the path with all groups, such as acme/shop/payments, or the number',
    pattern: /^(?:\d+|[^\s/?#%]+(?:\/[^\s/?#%]+)+)$/,
  },
  tokenHelp:
    'A personal, group or project token with the scope read_api is enough. Public projects work without one, at a lower rate limit.',
  workflow: '.gitlab-ci.yml',
};
