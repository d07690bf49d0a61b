import { z } from 'zod';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { artefactKey, digestText } from '../reading/artefacts.ts';
import { numericId, text } from '../reading/fields.ts';
import { longestText, storable } from '../reading/place.ts';

const name = z.string().min(1).max(longestText);

const named = z.object({
  name,
  package_type: text,
  owner: z.object({ login: text }).nullish(),
  repository: z.object({ full_name: text }).nullish(),
  html_url: text,
  created_at: text,
  updated_at: text,
});

const version = z.object({
  id: numericId,
  /** Of a container the digest, else the version. */
  name,
  url: text,
  package_html_url: text,
  html_url: text,
  created_at: text,
  deleted_at: text,
  metadata: z
    .object({
      container: z.object({ tags: z.array(text).nullish() }).nullish(),
      docker: z.object({ tag: z.array(text).nullish() }).nullish(),
    })
    .nullish(),
});

/** Packages alone: they are there, and say nothing of their versions. */
export const packages: AnswerKind = {
  kinds: ['packages', 'package'],
  listAt: [],
  isRow: (value) => 'package_type' in value && 'name' in value,
  read(value, place) {
    const found = shaped(named, value, place, 'the package');
    if (found === null) return [];
    const own = storable(found.name) ?? '';
    const at = { name: own, version: '', digest: null };
    return [
      {
        kind: 'artefact',
        externalId: artefactKey(at),
        ...at,
        repository: storable(found.repository?.full_name || found.owner?.login) ?? '',
        publishedAt: place.date('created_at', found.created_at),
        size: null,
        url: place.link('html_url', found.html_url),
      },
    ];
  },
};

/** Versions of one package. A container's is known by its digest: its tags come and go. */
export const versions: AnswerKind = {
  kinds: ['versions', 'version'],
  listAt: [],
  isRow: (value) =>
    'id' in value && 'name' in value && ('package_html_url' in value || 'metadata' in value),
  read(value, place) {
    const found = shaped(version, value, place, 'the version');
    if (found === null) return [];
    if (found.deleted_at) {
      place.warn('deleted_at', 'was deleted, and is left out');
      return [];
    }
    const own = storable(found.name) ?? '';
    const of = packageOf(found);
    const digest = digestText.test(own) ? own : null;
    const { container, docker } = found.metadata ?? {};
    const tags = (container?.tags ?? docker?.tag ?? []).map((tag) => storable(tag) ?? '');
    return [
      {
        kind: 'artefact',
        externalId: artefactKey({ name: of, version: digest === null ? own : '', digest }),
        repository: '',
        name: of,
        version: digest === null ? own : (telling(tags) ?? own),
        digest,
        publishedAt: place.date('created_at', found.created_at),
        size: null,
        url: place.link('html_url', found.html_url || found.package_html_url),
      },
    ];
  },
};

/** The tag that reads like a version before one that moves, such as `latest`. */
function telling(tags: readonly string[]): string | undefined {
  const said = tags.filter((tag) => tag !== '');
  return (
    said.find((tag) => /^v?\d+\./i.test(tag)) ?? said.find((tag) => tag !== 'latest') ?? said[0]
  );
}

/** A version names its package in its addresses only. */
function packageOf({ url, package_html_url: page }: z.infer<typeof version>): string {
  const [, api] = /\/packages\/[^/?#]+\/([^/?#]+)\/versions\//.exec(url ?? '') ?? [];
  const [, shown] = /\/packages\/(?:[^/?#]+\/)*?package\/([^/?#]+)/.exec(page ?? '') ?? [];
  const found = api ?? shown ?? '';
  try {
    return storable(decodeURIComponent(found)) ?? '';
  } catch {
    return found.toWellFormed();
  }
}
