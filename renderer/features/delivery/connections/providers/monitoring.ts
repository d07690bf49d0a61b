import { onlyThere, type ProviderWords } from './words.ts';

/** What Prometheus and Alertmanager have in common: a proxy before them, and tenants. */
const both = {
  tells: ['alerts'],
  selector: 'service=payments-api',
  repository: {
    label: 'Tenant',
    help: 'Only where the server has several, as Mimir, Cortex and Thanos may: what it is sent as X-Scope-OrgID. Leave it empty otherwise.',
    placeholder: 'none',
    expected:
      'expected the name of a tenant, such as team-shop, without blanks and slashes, or nothing',
    pattern: /^[A-Za-z0-9!\-_.*'()|]{0,150}$/,
    optional: true,
  },
  token: {
    label: 'Token, or user and password',
    placeholder: 'token or user:password',
    expected: 'expected a token, or user:password, without blanks',
    pattern: /^\s*(?:[^\s:]+|[^\s:][^:]*:\s*\S+)\s*$/,
  },
} as const;

export const prometheus: ProviderWords = {
  ...both,
  label: 'Prometheus',
  baseUrl: '',
  address: {
    label: 'Address of Prometheus',
    help: `Where Prometheus opens in the browser, with the path a proxy puts before it: https://example.com/prometheus. ${onlyThere}`,
  },
  tokenHelp:
    'Prometheus itself asks for none. Where a proxy before it does: a token, or user:password with a colon between. Reading alerts, queries and rules is enough.',
};

export const alertmanager: ProviderWords = {
  ...both,
  label: 'Alertmanager',
  baseUrl: '',
  address: {
    label: 'Address of Alertmanager',
    help: `Where Alertmanager opens in the browser, with the path a proxy puts before it: https://example.com/alertmanager. ${onlyThere}`,
  },
  tokenHelp:
    'Alertmanager itself asks for none. Where a proxy before it does: a token, or user:password with a colon between. Reading alerts is enough.',
};
