import { azurePlace } from '#shared/rules/delivery/azure-address.ts';
import { onlyThere, type ProviderWords } from './words.ts';

export const azureDevops: ProviderWords = {
  label: 'Azure DevOps',
  tells: ['runs'],
  baseUrl: 'https://dev.azure.com/',
  address: {
    label: 'Address of the organisation',
    help: `https://dev.azure.com/acme, https://acme.visualstudio.com, or a collection on your own server: https://example.com/tfs/DefaultCollection. The address of the project can be pasted, too. ${onlyThere}`,
  },
  repository: {
    label: 'Project',
    placeholder: 'Shop',
    expected: 'expected the name of the project as Azure DevOps shows it, or its address',
    pattern: /^(?:https?:\/\/\S+|[^\s/\\?#:%](?:[^/\\?#:%]*[^\s/\\?#:%])?)$/,
  },
  tokenHelp:
    'A personal access token of this organisation with the scope Build (Read) is enough. Public projects work without one.',
  workflow: '\\payments\\api',
  workflowBy: 'its folder and name',
  pasted: azurePlace,
};
