import { jiraPlace } from '#shared/rules/delivery/jira-address.ts';
import { onlyThere, type ProviderWords } from './words.ts';

export const jira: ProviderWords = {
  label: 'Jira',
  tells: ['tickets'],
  baseUrl: '',
  address: {
    label: 'Address of the site',
    help: `https://acme.atlassian.net, or your own server, also below a path: https://example.com/jira. The address of any page of a project can be pasted. ${onlyThere}`,
  },
  repository: {
    label: 'Projects or JQL',
    help: 'Keys of projects with commas between, or a JQL that says which issues are read.',
    placeholder: 'PAY, OPS',
    expected:
      'expected keys of projects such as PAY, OPS, or a JQL such as project = PAY AND labels = release',
    pattern:
      /^(?:https?:\/\/\S+|\s*[a-z]\w*(?:\s*,\s*[a-z]\w*)*\s*|.*(?:[=~<>]|\b(?:in|is|was|changed)\b).*)$/i,
  },
  tokenHelp:
    'Of Jira Cloud your e-mail address and one of your API tokens with a colon between; of Data Center a personal access token alone. Its owner needs the permission Browse projects. Nothing is ever written.',
  token: {
    label: 'E-mail and API token, or personal access token',
    placeholder: 'mara@acme.example:token',
    expected:
      'expected an e-mail address and its API token with a colon between, or a personal access token',
    pattern: /^\s*(?:[^\s:]+\s*:\s*)?\S+\s*$/,
  },
  pasted: jiraPlace,
};
