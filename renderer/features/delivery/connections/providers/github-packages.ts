import { onlyThere, type ProviderWords } from './words.ts';

export const githubPackages: ProviderWords = {
  label: 'GitHub Packages',
  tells: ['artefacts'],
  baseUrl: 'https://api.github.com',
  address: {
    label: 'Address of the API',
    help: `GitHub itself, or your GitHub Enterprise server: https://github.example.com/api/v3. ${onlyThere}`,
  },
  repository: {
    label: 'Packages',
    help: 'Owner and type for all packages of it, or one by its name; several with commas between. Types are container, npm, maven, nuget, rubygems and docker.',
    placeholder: 'acme/container, acme/npm/web',
    expected: 'expected owner and type, such as acme/container, or a package: acme/container/api',
    pattern:
      /^\s*[\w-]+\/(?:npm|maven|rubygems|docker|nuget|container)(?:\/[^\s,?#%\\]+)?\s*(?:,\s*[\w-]+\/(?:npm|maven|rubygems|docker|nuget|container)(?:\/[^\s,?#%\\]+)?\s*)*,?\s*$/,
  },
  tokenHelp:
    'A classic token with the scope read:packages alone. Fine-grained tokens cannot read packages, and without a token GitHub tells of none.',
};
