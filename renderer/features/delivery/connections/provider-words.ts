import type { Provider } from '#shared/model/delivery/pipelines.ts';
import { azurePlace } from '#shared/rules/delivery/azure-address.ts';

/** What a form and a screen say of a provider. */
export type ProviderWords = {
  label: string;
  /** What is typed first for a new connection. */
  baseUrl: string;
  address: { label: string; help: string };
  repository: {
    label: string;
    help?: string;
    placeholder: string;
    expected: string;
    pattern: RegExp;
  };
  tokenHelp: string;
  /** Where more than a token is typed. */
  token?: { label: string; placeholder: string; expected: string; pattern: RegExp };
  /** A workflow as this provider names it. */
  workflow: string;
  /** What that is; its file where nothing else is said. */
  workflowBy?: string;
  /** Whether its deployments are read, too. */
  deploys?: boolean;
  /** Takes apart an address that was pasted whole, where the provider's name more than a server. */
  pasted?: (text: string) => { baseUrl: string; project: string | null } | null;
};

const onlyThere =
  'Requests go to this address and nowhere else; a redirect to another host is refused.';

export const providerWords: Readonly<Record<Provider, ProviderWords>> = {
  github: {
    label: 'GitHub Actions',
    deploys: true,
    baseUrl: 'https://api.github.com',
    address: {
      label: 'Address of the API',
      help: `GitHub itself, or your GitHub Enterprise server: https://github.example.com/api/v3. ${onlyThere}`,
    },
    repository: {
      label: 'Repository',
      placeholder: 'owner/name',
      expected: 'expected owner/name, such as acme/payments-api',
      pattern: /^[^\s/?#]+\/[^\s/?#]+$/,
    },
    tokenHelp:
      'A fine-grained token with read access to Actions, Deployments and Metadata of this repository is enough. Public repositories work without one, at a lower rate limit.',
    workflow: '.github/workflows/build.yml',
  },
  gitlab: {
    label: 'GitLab CI',
    deploys: true,
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
  },
  jenkins: {
    label: 'Jenkins',
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
  },
  'azure-devops': {
    label: 'Azure DevOps',
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
  },
};
