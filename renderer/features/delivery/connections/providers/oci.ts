import { onlyThere, type ProviderWords } from './words.ts';

export const oci: ProviderWords = {
  label: 'OCI registry',
  tells: ['artefacts'],
  baseUrl: '',
  address: {
    label: 'Address of the registry',
    help: `Where images are pulled from, without the name of one: https://registry.example.com; of Docker Hub https://registry-1.docker.io. ${onlyThere}`,
  },
  repository: {
    label: 'Repositories',
    help: 'As they stand in the image, without host and tag; several with commas between. Where tokens come from another server, its address goes behind them and gets the user and token, too: https://auth.docker.io/token.',
    placeholder: 'acme/payments-api, acme/web',
    expected: 'expected names without host and tag, such as acme/payments-api, with commas between',
    pattern:
      /^\s*[a-z0-9][a-z0-9._/-]*\s*(?:,\s*(?:[a-z0-9][a-z0-9._/-]*|https?:\/\/[^\s,]+)\s*)*,?\s*$/,
  },
  tokenHelp:
    'The user name and a token that may pull, with a colon between. A token without a user is sent as it is, which few registries take. Public repositories often work without one.',
  token: {
    label: 'User and token',
    placeholder: 'user:token',
    expected:
      'expected the user name and a token with a colon between, such as mara:dckr_pat_5f0c…',
    pattern: /^\s*(?:[^\s:][^:]*:\s*\S+|\S+)\s*$/,
  },
};
