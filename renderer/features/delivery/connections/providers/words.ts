import type { FeedName } from '#shared/model/delivery/pipelines.ts';

/** What a form and a screen say of a provider. */
export type ProviderWords = {
  label: string;
  /** What it tells, each a part of the connection's screen. */
  tells: readonly FeedName[];
  /** What is typed first for a new connection. */
  baseUrl: string;
  address: { label: string; help: string };
  repository: {
    label: string;
    help?: string;
    placeholder: string;
    expected: string;
    pattern: RegExp;
    /** Empty means all there is. */
    optional?: boolean;
  };
  tokenHelp: string;
  /** Where more than a token is typed. */
  token?: { label: string; placeholder: string; expected: string; pattern: RegExp };
  /** A workflow as this provider names it; absent where it has none. */
  workflow?: string;
  /** What that is; its file where nothing else is said. */
  workflowBy?: string;
  /** How what it tells is mapped to services where it has no name of its own: by labels. */
  selector?: string;
  /** Takes apart an address that was pasted whole, where the provider's name more than a server. */
  pasted?: (text: string) => { baseUrl: string; project: string | null } | null;
};

export const onlyThere =
  'Requests go to this address and nowhere else; a redirect to another host is refused.';

/** What the choice of a provider is ordered by. */
export const groups = ['Builds and deployments', 'Artefacts', 'Tickets', 'Monitoring'] as const;

/** By what it tells first. */
export function groupOf({ tells: [first] }: ProviderWords): (typeof groups)[number] {
  if (first === 'artefacts') return 'Artefacts';
  if (first === 'tickets') return 'Tickets';
  return first === 'alerts' ? 'Monitoring' : 'Builds and deployments';
}
