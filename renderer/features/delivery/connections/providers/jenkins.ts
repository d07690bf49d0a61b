import { onlyThere, type ProviderWords } from './words.ts';

export const jenkins: ProviderWords = {
  label: 'Jenkins',
  tells: ['runs'],
  baseUrl: '',
  address: {
    label: 'Address of the controller',
    help: `Where Jenkins opens in the browser, with its path: https://ci.example.com/jenkins. ${onlyThere}`,
  },
  repository: {
    label: 'Job',
    help: 'Its full name or the address of its page. A folder or a multibranch project brings all jobs in it.',
    placeholder: 'folder/job',
    expected:
      'expected the full name with all folders, such as shop/payments/main, or the address of the job’s page',
    pattern: /^(?:https?:\/\/[^\s?#]+\/job\/[^?#]+|(?!https?:)[^/?#\\]+(?:\/[^/?#\\]+)*\/?)$/i,
  },
  tokenHelp:
    'The user name and one of its API tokens with a colon between, made on the user’s Security page in Jenkins; the password does not belong here. The user needs the rights Overall/Read and Job/Read.',
  token: {
    label: 'User and API token',
    placeholder: 'user:token',
    expected: 'expected the user name and its API token with a colon between, such as mara:11d0…',
    pattern: /^\s*[^\s:][^:]*:\s*\S+\s*$/,
  },
  workflow: 'shop/payments/main',
  workflowBy: 'its job’s full name',
};
