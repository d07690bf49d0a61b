import type { Source } from '#shared/model/delivery/rows.ts';
import { argoCd } from './argo-cd.ts';
import { azureDevops } from './azure-devops.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { alertmanager, prometheus } from './monitoring.ts';
import { artifactory, githubPackages, nexus, oci } from './registries.ts';
import { githubIssues, gitlabIssues, jira } from './trackers.ts';
import { jenkins } from './jenkins.ts';
import { kubernetes } from './kubernetes.ts';
import { octopus } from './octopus.ts';

/** One full row of each answer of each provider: what tests begin with, and mutate. */
export const fullRows: Readonly<Record<Source, Readonly<Record<string, object>>>> = {
  github,
  gitlab,
  oci,
  nexus,
  artifactory,
  'github-packages': githubPackages,
  prometheus,
  alertmanager,
  jira,
  'github-issues': githubIssues,
  'gitlab-issues': gitlabIssues,
  jenkins,
  'azure-devops': azureDevops,
  kubernetes,
  'argo-cd': argoCd,
  octopus,
};

/** Words by which one provider or another says that all is well. */
export const wellSaid =
  /success|succe|neutral|complet|synced|healthy|published|done|closed|resolved|\breleased|inactive|true|blue|yellow|passed|available|[0-9]/i;
