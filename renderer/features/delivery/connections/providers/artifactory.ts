import { onlyThere, type ProviderWords } from './words.ts';

export const artifactory: ProviderWords = {
  label: 'Artifactory',
  tells: ['artefacts'],
  baseUrl: '',
  address: {
    label: 'Address of Artifactory',
    help: `The root of its API, most often with /artifactory at the end: https://acme.jfrog.io/artifactory. ${onlyThere}`,
  },
  repository: {
    label: 'Repositories or folders',
    help: 'The key of a repository, or a folder in one; several with commas between. All files below are read.',
    placeholder: 'docker-local/acme, libs-release-local/com/acme',
    expected: 'expected repositories or folders such as docker-local/acme, with commas between',
    pattern: /^[^?#%\\]*[^\s,/?#%\\][^?#%\\]*$/,
  },
  tokenHelp:
    'An access token of a user with the permission Read on these repositories. A user and password with a colon between, or an API key of the old kind, work too.',
};
