import { azurePlace } from '#shared/rules/delivery/azure-address.ts';
import type { ProviderWords } from './words.ts';

export const azureDevops: ProviderWords = {
  label: 'Azure DevOps',
  tells: ['runs', 'deployments'],
  baseUrl: 'https://dev.azure.com/',
  address: {
    label: 'Address of the organisation',
    help: 'https://dev.azure.com/acme, https://acme.visualstudio.com, or a collection on your own server: https://example.com/tfs/DefaultCollection. The address of the project can be pasted, too. Requests go to this address, and of dev.azure.com and visualstudio.com to the same organisation’s address for releases (vsrm); a redirect to another host is refused.',
  },
  repository: {
    label: 'Project',
    placeholder: 'Shop',
    expected: 'expected the name of the project as Azure DevOps shows it, or its address',
    pattern: /^(?:https?:\/\/\S+|[^\s/\\?#:%](?:[^/\\?#:%]*[^\s/\\?#:%])?)$/,
  },
  tokenHelp:
    'A personal access token of this organisation with the scope Build (Read) is enough for pipelines; deployments of classic releases need Release (Read), too. Public projects work without one.',
  workflow: '\\payments\\api',
  workflowBy: 'its folder and name',
  pasted: azurePlace,
};
