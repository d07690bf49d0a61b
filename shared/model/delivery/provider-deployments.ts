import type { z } from 'zod';
import { id } from '../primitives.ts';
import { normalisedDeployment } from './rows.ts';

export type NormalisedDeployment = z.infer<typeof normalisedDeployment>;

/**
 * A deployment as its provider tells it, one row an attempt. `environment` is the provider's own name;
 * the connection says which environment of the workspace that is.
 */
export const providerDeployment = normalisedDeployment
  .omit({ kind: true })
  .extend({ id, connectionId: id });
export type ProviderDeployment = z.infer<typeof providerDeployment>;
