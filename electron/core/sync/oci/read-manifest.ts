import type { ImportWarning } from '#shared/model/delivery/pipelines.ts';
import type { NormalisedArtefact } from '#shared/model/delivery/rows.ts';
import type { RateLimited } from '../http/answer.ts';
import { digestText } from '../reading/artefacts.ts';
import { placeAt } from '../reading/place.ts';
import { isRecord, kindOfValue } from '../record.ts';
import { ask } from './ask.ts';
import { manifests } from './manifests.ts';
import { refusalOf } from './refusal.ts';
import type { Registry } from './source.ts';

/** What an image can be described by; an older form has no digest that stays. */
const accepted = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

export type ReadTag = { rows: NormalisedArtefact[]; warnings: ImportWarning[] };
type Told<T> = { kind: 'told'; told: T } | RateLimited;

/** The digest a tag has now; null where the registry does not say, undefined where the tag is gone. */
export async function digestNow(
  registry: Registry,
  name: string,
  tag: string,
): Promise<Told<string | null | undefined>> {
  const url = manifestUrl(registry, name, tag);
  const answer = await ask(registry, name, url, { method: 'HEAD', accept: accepted });
  if (answer.kind === 'rate-limited') return answer;
  if (answer.kind === 'refused' && answer.status !== 404) throw refusalOf(registry, name, answer);
  const told = answer.kind === 'ok' ? digestIn(answer.headers) : undefined;
  return { kind: 'told', told };
}

/** An image as its manifest tells it, with those of an index; none where the tag is gone. */
export async function readManifest(
  registry: Registry,
  name: string,
  tag: string,
): Promise<Told<ReadTag>> {
  const answer = await ask(registry, name, manifestUrl(registry, name, tag), { accept: accepted });
  if (answer.kind === 'rate-limited') return answer;
  if (answer.kind === 'refused' && answer.status !== 404) throw refusalOf(registry, name, answer);
  if (answer.kind !== 'ok') return { kind: 'told', told: { rows: [], warnings: [] } };
  const warnings: ImportWarning[] = [];
  const place = placeAt(`${name}:${tag}`, warnings);
  if (!isRecord(answer.body)) {
    place.warn('', `expected a manifest, found ${kindOfValue(answer.body)}`);
    return { kind: 'told', told: { rows: [], warnings } };
  }
  const asked = { name, tag, reference: null, digest: digestIn(answer.headers) };
  const read = manifests.read({ ...answer.body, ...asked }, place, []);
  const rows = read.filter((row) => row.kind === 'artefact');
  return { kind: 'told', told: { rows, warnings } };
}

function manifestUrl({ root }: Registry, name: string, tag: string): string {
  return `${root}/${name}/manifests/${encodeURIComponent(tag)}`;
}

function digestIn(headers: Headers): string | null {
  const told = headers.get('docker-content-digest')?.trim() ?? '';
  return digestText.test(told) ? told : null;
}
