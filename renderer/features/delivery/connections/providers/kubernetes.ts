import { onlyThere, type ProviderWords } from './words.ts';

export const kubernetes: ProviderWords = {
  label: 'Kubernetes',
  tells: ['rollouts'],
  baseUrl: '',
  address: {
    label: 'Address of the API server',
    help: `As kubectl cluster-info shows it, with its path: https://10.0.0.1:6443. ${onlyThere}`,
  },
  repository: {
    label: 'Namespace',
    help: 'Empty reads all namespaces the token may read.',
    placeholder: 'payments',
    expected: 'expected the name of a namespace as kubectl get namespaces shows it, or nothing',
    pattern: /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)?$/,
    optional: true,
  },
  tokenHelp:
    'The token of a service account with the role “view” is enough; secrets are not read. Made with: kubectl create token NAME --duration 8760h',
};
