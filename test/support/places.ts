import type { Provider } from '#shared/model/delivery/pipelines.ts';

/** In the form every provider takes: those with a user have it before the colon. */
export const anyToken = 'mara:canary5f0c1d2e3a4b';

/** Something to read at each provider, as people type it. */
export const places: Readonly<Record<Provider, string>> = {
  github: 'acme/shop',
  gitlab: 'acme/shop',
  jenkins: 'shop/payments',
  'azure-devops': 'Shop',
  kubernetes: 'payments',
  jira: 'PAY',
  'github-issues': 'acme/shop',
  'gitlab-issues': 'acme/shop',
  prometheus: '',
  alertmanager: '',
  octopus: 'Default/Payments',
  'argo-cd': 'shop',
  oci: 'acme/shop',
  nexus: 'releases',
  artifactory: 'acme/shop',
  'github-packages': 'acme/container/shop',
};
