import { onlyThere, type ProviderWords } from './words.ts';

export const argoCd: ProviderWords = {
  label: 'Argo CD',
  tells: ['deployments', 'rollouts'],
  baseUrl: '',
  address: {
    label: 'Address of the server',
    help: `Where Argo CD opens in the browser, also below a path: https://cd.example.com. ${onlyThere}`,
  },
  repository: {
    label: 'Project or application',
    help: 'A project, or one application of it with a slash between. Empty reads the applications of all projects.',
    placeholder: 'default/shop',
    expected:
      'expected a project, or a project and one application with a slash between, such as default/shop',
    pattern: /^(?:[a-z0-9][a-z0-9.-]*(?:\/[a-z0-9][a-z0-9.-]*)?\/?)?$/,
    optional: true,
  },
  tokenHelp:
    'A token of an account made with “argocd account generate-token”. Its role needs applications, get, for what is read.',
};
