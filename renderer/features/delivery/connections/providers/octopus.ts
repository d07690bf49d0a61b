import { onlyThere, type ProviderWords } from './words.ts';

export const octopus: ProviderWords = {
  label: 'Octopus Deploy',
  tells: ['deployments'],
  baseUrl: '',
  address: {
    label: 'Address of the server',
    help: `Where Octopus opens in the browser, also below a path: https://acme.octopus.app. ${onlyThere}`,
  },
  repository: {
    label: 'Space or project',
    help: 'A space, or one project of it with a slash between; by name, slug or id. Empty reads the default space.',
    placeholder: 'Default/Shop',
    expected:
      'expected a space, or a space and one project of it with a slash between, such as Default/Shop',
    pattern: /^(?:[^/]+(?:\/[^/]+)?\/?)?$/,
    optional: true,
  },
  tokenHelp:
    'An API key of a user who may view the projects is enough: the role Project viewer, or ProjectView, EnvironmentView, ReleaseView, DeploymentView and TaskView.',
};
