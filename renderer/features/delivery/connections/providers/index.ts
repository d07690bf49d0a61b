import type { Provider } from '#shared/model/delivery/pipelines.ts';
import { azureDevops } from './azure-devops.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { jenkins } from './jenkins.ts';
import { alertmanager, prometheus } from './monitoring.ts';
import type { ProviderWords } from './words.ts';

export type { ProviderWords } from './words.ts';

/** What a form and a screen say of each provider, one file each. */
export const providerWords: Readonly<Record<Provider, ProviderWords>> = {
  github,
  gitlab,
  jenkins,
  'azure-devops': azureDevops,
  prometheus,
  alertmanager,
};
