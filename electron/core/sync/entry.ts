import type { Source } from '#shared/model/delivery/rows.ts';
import { alertmanagerAnswers } from './alertmanager/answers.ts';
import { artifactoryAnswers } from './artifactory/answers.ts';
import { githubIssuesAnswers } from './github-issues/answers.ts';
import { githubPackagesAnswers } from './github-packages/answers.ts';
import { argoAnswers } from './argo-cd/answers.ts';
import { azureAnswers } from './azure-devops/answers.ts';
import { githubAnswers } from './github/answers.ts';
import { gitlabIssuesAnswers } from './gitlab-issues/answers.ts';
import { gitlabAnswers } from './gitlab/answers.ts';
import { jiraAnswers } from './jira/answers.ts';
import { nexusAnswers } from './nexus/answers.ts';
import { ociAnswers } from './oci/answers.ts';
import { prometheusAnswers } from './prometheus/answers.ts';
import { jenkinsAnswers } from './jenkins/answers.ts';
import { kubernetesAnswers } from './kubernetes/answers.ts';
import { octopusAnswers } from './octopus/answers.ts';
import { readAnswer, type AnswerKind, type NormalisedAnswer } from './reading/answer-kinds.ts';

type Readable = { called: string; answers: readonly AnswerKind[] };

/** What is read of each system, by its key. */
const readable: Readonly<Record<Source, Readable>> = {
  github: { called: 'GitHub', answers: githubAnswers },
  gitlab: { called: 'GitLab', answers: gitlabAnswers },
  oci: { called: 'an OCI registry', answers: ociAnswers },
  nexus: { called: 'Nexus', answers: nexusAnswers },
  artifactory: { called: 'Artifactory', answers: artifactoryAnswers },
  'github-packages': { called: 'GitHub Packages', answers: githubPackagesAnswers },
  prometheus: { called: 'Prometheus', answers: prometheusAnswers },
  alertmanager: { called: 'Alertmanager', answers: alertmanagerAnswers },
  jira: { called: 'Jira', answers: jiraAnswers },
  'github-issues': { called: 'GitHub issues', answers: githubIssuesAnswers },
  'gitlab-issues': { called: 'GitLab issues', answers: gitlabIssuesAnswers },
  jenkins: { called: 'Jenkins', answers: jenkinsAnswers },
  'azure-devops': { called: 'Azure DevOps', answers: azureAnswers },
  kubernetes: { called: 'Kubernetes', answers: kubernetesAnswers },
  'argo-cd': { called: 'Argo CD', answers: argoAnswers },
  octopus: { called: 'Octopus Deploy', answers: octopusAnswers },
};

/**
 * Rows from a provider's recorded answer, without a server: the same code a sync and a file import
 * use. Refuses (`invalid_input`) a kind it does not know and an answer it does not recognise.
 */
export function normalise(
  source: Source,
  kind: string | undefined,
  payload: unknown,
): NormalisedAnswer {
  const { called, answers } = readable[source];
  return readAnswer(called, answers, kind, payload);
}
