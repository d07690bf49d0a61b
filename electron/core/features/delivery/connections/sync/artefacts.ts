import type { Context } from '#core/context.ts';
import { storedArtefacts } from '#core/imported/index.ts';
import type { ArtefactSource, ThingSource } from '#core/sync/provider.ts';
import type { NormalisedArtefact } from '#shared/model/delivery/rows.ts';
import type { From } from './from.ts';

/** Artefacts as any things, with what is stored of them at hand. */
export function withStored(
  artefacts: ArtefactSource | undefined,
  { connectionId }: From,
  { store }: Context,
): ThingSource<NormalisedArtefact> | undefined {
  if (artefacts === undefined) return undefined;
  const stored = () => storedArtefacts(store, connectionId);
  return {
    isWhole: artefacts.isWhole,
    list: (options) => artefacts.list({ ...options, stored }),
  };
}
