import type { RolloutView } from '#shared/contract/delivery/rollouts.ts';
import type { StatusKind } from '../../../app/theme/tokens.ts';
import { runLook } from '../pipelines/index.ts';

/** Icon, colour and word of where something stands; what is gone stands nowhere, whatever it was. */
export function rolloutLook(rollout: Pick<RolloutView, 'status' | 'warnings' | 'goneAt'>): {
  kind: StatusKind;
  label: string;
} {
  return rollout.goneAt === null ? runLook(rollout) : { kind: 'not-applicable', label: 'Gone' };
}

/** The provider's own words for how it stands, `Synced, Healthy`; empty where it has none. */
export function wordsOf({ rawStatus, rawResult }: Pick<RolloutView, 'rawStatus' | 'rawResult'>) {
  return [rawStatus, rawResult].filter((word) => word !== null && word !== '').join(', ');
}

/** What runs there: the images by the last part of their names, else the revision. */
export function contentText({
  revision,
  images,
}: Pick<RolloutView, 'revision' | 'images'>): string {
  const short = images.map((image) => image.slice(image.lastIndexOf('/') + 1));
  return short.length > 0 ? short.join(', ') : (revision ?? '');
}
