import { z } from 'zod';
import type { NormalisedRow } from '#shared/model/delivery/rows.ts';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { artefactKey, bytes, digestText } from '../reading/artefacts.ts';
import { numberOf, text } from '../reading/fields.ts';
import { labelSet } from '../reading/labels.ts';
import { storable, within, word } from '../reading/place.ts';

const digest = z
  .string()
  .max(300)
  .regex(digestText, 'expected a digest such as sha256:…')
  .nullish();
const descriptor = z.object({ digest, size: bytes, annotations: labelSet });

const manifest = z.object({
  /**
   * Not the manifest's own: an export puts beside it what it was asked by, and the digest of the
   * header `Docker-Content-Digest`. A manifest says neither of itself.
   */
  name: text,
  tag: text,
  reference: text,
  digest,
  config: descriptor.nullish(),
  layers: z.array(z.object({ size: bytes })).nullish(),
  /** The images of an index, one for each platform. */
  manifests: z.array(descriptor.extend({ platform: z.object({ os: text }).nullish() })).nullish(),
  annotations: labelSet,
});
type Manifest = z.infer<typeof manifest>;

/**
 * An image by its digest. Those of an index have digests of their own and are artefacts beside it: a
 * cluster reports either.
 */
export const manifests: AnswerKind = {
  kinds: ['manifests', 'manifest'],
  listAt: [],
  isRow: (value) =>
    'schemaVersion' in value && ['config', 'manifests', 'fsLayers'].some((key) => key in value),
  read(value, place) {
    const found = shaped(manifest, value, place, 'the manifest');
    if (found === null) return [];
    const name = storable(found.name) ?? '';
    const asked = storable(found.tag || found.reference) ?? '';
    const version = digestText.test(asked) ? '' : asked;
    const own = found.digest ?? (digestText.test(asked) ? asked : null);
    const created = found.annotations?.['org.opencontainers.image.created'];
    const publishedAt = place.date('annotations', created);
    const row = (of: string | null, key: string, size: number | null): NormalisedRow => ({
      kind: 'artefact',
      externalId: key,
      ...{ repository: name, name, version, digest: of },
      ...{ publishedAt, size, url: null },
    });
    const rows: NormalisedRow[] = [];
    if (own !== null || name !== '') {
      const key = artefactKey({ name, version, digest: own });
      rows.push(row(own, key, sizeOf(found)));
    } else if (found.config?.digest) {
      place.warn('', 'has no digest of its own, and is known by that of its configuration');
      rows.push(row(null, found.config.digest, sizeOf(found)));
    }
    for (const [n, each] of (found.manifests ?? []).entries()) {
      if (isAttestation(each)) continue;
      if (!each.digest) within(place, `manifests[${n}]`).warn('', 'has no digest');
      else {
        const key = artefactKey({ name, version, digest: each.digest });
        rows.push(row(each.digest, key, numberOf(each.size)));
      }
    }
    if (rows.length === 0 && !found.manifests) {
      place.warn('', 'names neither its repository nor a digest');
    }
    return rows;
  },
};

/** Builders put what they say of an image into its index, as an image for no platform. */
function isAttestation(of: NonNullable<Manifest['manifests']>[number]): boolean {
  return (
    word(of.platform?.os) === 'unknown' ||
    of.annotations?.['vnd.docker.reference.type'] === 'attestation-manifest'
  );
}

function sizeOf({ layers, config }: Manifest): number | null {
  if (!layers) return null;
  return layers.reduce((sum, { size }) => sum + Number(size ?? 0), Number(config?.size ?? 0));
}
