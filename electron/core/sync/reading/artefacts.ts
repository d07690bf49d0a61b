import { z } from 'zod';
import { boundedKey } from './keys.ts';

/** A size in bytes; Artifactory writes it as text. */
export const bytes = z
  .union([z.int().nonnegative(), z.string().regex(/^\d{1,15}$/, 'expected a number of bytes')])
  .nullish();

export const digestText = /^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[0-9a-f]{32,128}$/i;

type Named = {
  /** Where one server holds several repositories, whose names and versions may repeat. */
  repository?: string;
  name: string;
  version: string;
  digest: string | null;
};

/** Name and version, with the digest when it is given: a tag that moved is another artefact. */
export function artefactKey({ repository = '', name, version, digest }: Named): string {
  const path = repository === '' ? name : `${repository}/${name}`;
  const tagged = version === '' ? path : `${path}:${version}`;
  return boundedKey(digest === null ? tagged : `${tagged}@${digest}`);
}

/** Files that are no artefacts: what stands beside one (descriptors, sources, checksums), layers of images. */
const companion =
  /(?:\.(?:pom|module|md5|sha1|sha256|sha512|asc|sig)|-(?:sources|javadoc|tests)\.jar|maven-metadata[^/]*\.xml|(?:^|\/)sha256__[0-9a-f]{64})$/i;

export function isCompanion(path: string): boolean {
  return companion.test(path);
}

/** The checksum as a digest, the strongest there is. */
export function digestOf(sums: {
  sha256?: string | null | undefined;
  sha1?: string | null | undefined;
}): string | null {
  const hex = (sum: string | null | undefined) => sum?.trim().toLowerCase() ?? '';
  if (/^[0-9a-f]{64}$/.test(hex(sums.sha256))) return `sha256:${hex(sums.sha256)}`;
  return /^[0-9a-f]{40}$/.test(hex(sums.sha1)) ? `sha1:${hex(sums.sha1)}` : null;
}
