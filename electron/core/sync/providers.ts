import type { Provider as ProviderKey } from '#shared/model/delivery/pipelines.ts';
import { alertmanager } from './alertmanager/provider.ts';
import { azureDevops } from './azure-devops/provider.ts';
import { github } from './github/provider.ts';
import { gitlab } from './gitlab/provider.ts';
import { jenkins } from './jenkins/provider.ts';
import { prometheus } from './prometheus/provider.ts';
import type { Provider } from './provider.ts';

/** The systems something can be imported from, by their key. */
export const providers: Readonly<Record<ProviderKey, Provider>> = {
  github,
  gitlab,
  jenkins,
  'azure-devops': azureDevops,
  prometheus,
  alertmanager,
};
