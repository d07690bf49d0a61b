import type { Provider } from '#shared/model/delivery/pipelines.ts';
import { assertNever, Refusal } from '#shared/model/refusal.ts';
import { normaliseRuns, type NormalisedRuns } from './github/normalise-runs.ts';
import { describe, looksLikeRuns } from './github/recognise.ts';

/** The answers that can be normalised, by provider. */
export const kinds = { github: ['workflow-runs', 'workflow-run'] } as const;

/**
 * Rows from a provider's recorded answer, without a server: the same code a sync and a file import
 * use. One row and a list both work for either kind. Without `kind` the answer is recognised by its
 * shape; refuses (`invalid_input`) a kind it does not know and an answer it does not recognise.
 */
export function normalise(
  provider: Provider,
  kind: string | undefined,
  payload: unknown,
): NormalisedRuns {
  switch (provider) {
    case 'github':
      return github(kind, payload);
    default:
      return assertNever(provider);
  }
}

function github(kind: string | undefined, payload: unknown): NormalisedRuns {
  const known: readonly string[] = kinds.github;
  if (kind !== undefined && !known.includes(kind)) {
    throw refuse('kind', `Expected the kind to be ${known.join(' or ')}, found “${kind}”`);
  }
  // A kind given is believed: bad rows are then warnings. Only without one the shape must tell.
  const readable = kind === undefined ? looksLikeRuns(payload) : typeof payload === 'object';
  if (!readable || payload === null) {
    throw refuse(
      'payload',
      `Expected workflow runs as GitHub's actions/runs answers them (one run, a list, or a page with workflow_runs), found ${describe(payload)}`,
    );
  }
  return normaliseRuns(payload);
}

function refuse(field: string, message: string): Refusal {
  return new Refusal('invalid_input', message, { [field]: message });
}
