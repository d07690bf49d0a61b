import type { Provider as ProviderKey } from '#shared/model/delivery/pipelines.ts';
import { artifactory } from './artifactory/provider.ts';
import { argoCd } from './argo-cd/provider.ts';
import { alertmanager } from './alertmanager/provider.ts';
import { azureDevops } from './azure-devops/provider.ts';
import { githubPackages } from './github-packages/provider.ts';
import { githubIssues } from './github-issues/provider.ts';
import { github } from './github/provider.ts';
import { gitlabIssues } from './gitlab-issues/provider.ts';
import { gitlab } from './gitlab/provider.ts';
import { jenkins } from './jenkins/provider.ts';
import { kubernetes } from './kubernetes/provider.ts';
import { nexus } from './nexus/provider.ts';
import { oci } from './oci/provider.ts';
import { octopus } from './octopus/provider.ts';
import { jira } from './jira/provider.ts';
import { prometheus } from './prometheus/provider.ts';
import type { Provider } from './provider.ts';

/** The systems something can be imported from, by their key. */
export const providers: Readonly<Record<ProviderKey, Provider>> = {
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
