import { onlyThere, type ProviderWords } from './words.ts';

export const nexus: ProviderWords = {
  label: 'Nexus',
  tells: ['artefacts'],
  baseUrl: '',
  address: {
    label: 'Address of Nexus',
    help: `Where Nexus Repository opens in the browser, with its path: https://nexus.example.com. ${onlyThere}`,
  },
  repository: {
    label: 'Repositories',
    help: 'As Nexus lists them under Browse; several with commas between.',
    placeholder: 'maven-releases, docker-hosted',
    expected: 'expected names such as maven-releases, with commas between',
    pattern: /^\s*[A-Za-z0-9-][\w.-]*\s*(?:,\s*[A-Za-z0-9-][\w.-]*\s*)*,?\s*$/,
  },
  tokenHelp:
    'A user and its password or user token, with a colon between. The user needs the privileges “browse” and “read” on these repositories. Public ones work without a user.',
  token: {
    label: 'User and token',
    placeholder: 'user:token',
    expected: 'expected the user name and a password or token with a colon between',
    pattern: /^\s*[^\s:][^:]*:\s*\S+\s*$/,
  },
};
