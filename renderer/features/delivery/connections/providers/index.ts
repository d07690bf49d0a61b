import type { Provider } from '#shared/model/delivery/pipelines.ts';
import { artifactory } from './artifactory.ts';
import { argoCd } from './argo-cd.ts';
import { azureDevops } from './azure-devops.ts';
import { githubPackages } from './github-packages.ts';
import { githubIssues } from './github-issues.ts';
import { github } from './github.ts';
import { gitlabIssues } from './gitlab-issues.ts';
import { gitlab } from './gitlab.ts';
import { jenkins } from './jenkins.ts';
import { kubernetes } from './kubernetes.ts';
import { nexus } from './nexus.ts';
import { oci } from './oci.ts';
import { octopus } from './octopus.ts';
import { jira } from './jira.ts';
import { alertmanager, prometheus } from './monitoring.ts';
import type { ProviderWords } from './words.ts';

export { groupOf, groups } from './words.ts';
export type { ProviderWords } from './words.ts';

/** What a form and a screen say of each provider, one file each. */
export const providerWords: Readonly<Record<Provider, ProviderWords>> = {
  github,
  gitlab,
  jenkins,
  'azure-devops': azureDevops,
  kubernetes,
  oci,
  nexus,
  artifactory,
  'github-packages': githubPackages,
  octopus,
  'argo-cd': argoCd,
  jira,
  'github-issues': githubIssues,
  'gitlab-issues': gitlabIssues,
  prometheus,
  alertmanager,
};
