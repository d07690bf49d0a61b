import { z } from 'zod';
import type { NormalisedRow } from '#shared/model/delivery/rows.ts';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { artefactKey, bytes, digestOf, isCompanion } from '../reading/artefacts.ts';
import { numberOf, text } from '../reading/fields.ts';
import { longestText, storable, within, type Place } from '../reading/place.ts';
import { componentAt, isVersion, partsOf } from './paths.ts';

const path = z.string().min(1).max(longestText);

const info = z.object({
  repo: text,
  path: text,
  uri: text,
  downloadUri: text,
  created: text,
  lastModified: text,
  size: bytes,
  checksums: z.object({ sha256: text, sha1: text }).nullish(),
  children: z.array(z.unknown()).nullish(),
  files: z.array(z.unknown()).nullish(),
});

const child = z.object({ uri: path, folder: z.boolean().nullish() });

/** One of `?list`: `sha2` is its SHA-256. */
const listed = child.extend({ size: bytes, lastModified: text, sha1: text, sha2: text });

const result = z.object({
  repo: text,
  path: text,
  name: path,
  type: text,
  size: bytes,
  created: text,
  sha256: text,
  actual_sha1: text,
});

/** A file, or a folder with the versions and files in it. */
export const storage: AnswerKind = {
  kinds: ['storage', 'file-info', 'folder-info'],
  listAt: [],
  isRow: (value) =>
    'uri' in value &&
    (('repo' in value && 'path' in value) || 'files' in value || 'children' in value),
  read(value, place) {
    const found = shaped(info, value, place, 'the file');
    if (found === null) return [];
    const at = folderOf(found);
    const { repository } = at;
    if (found.files) {
      return each(listed, found.files, place, 'files', (file, where) =>
        file.folder || isCompanion(file.uri)
          ? []
          : [
              artefact(repository, at.path + file.uri, {
                digest: digestOf({ sha256: file.sha2, sha1: file.sha1 }),
                publishedAt: where.date('lastModified', file.lastModified),
                size: file.size,
              }),
            ],
      );
    }
    if (found.children) {
      return each(child, found.children, place, 'children', ({ uri, folder }) => {
        const name = partsOf(uri).join('/');
        if (!folder) return isCompanion(uri) ? [] : [artefact(repository, `${at.path}/${name}`)];
        return isVersion(name) ? [rowOf(repository, partsOf(at.path).join('/'), name)] : [];
      });
    }
    if (!found.path) {
      place.warn('path', 'names no file');
      return [];
    }
    return [
      artefact(repository, found.path, {
        digest: digestOf(found.checksums ?? {}),
        publishedAt: place.date('created', found.created || found.lastModified),
        size: found.size,
        url: place.link('downloadUri', found.downloadUri || found.uri),
      }),
    ];
  },
};

/** What a query for items found. */
export const queried: AnswerKind = {
  kinds: ['aql', 'search'],
  listAt: ['results'],
  isRow: (value) => 'repo' in value && 'path' in value && 'name' in value,
  read(value, place) {
    const found = shaped(result, value, place, 'the item');
    if (found === null || found.type === 'folder' || isCompanion(found.name)) return [];
    const folder = found.path === '.' ? '' : (found.path ?? '');
    return [
      artefact(storable(found.repo) ?? '', `${folder}/${found.name}`, {
        digest: digestOf({ sha256: found.sha256, sha1: found.actual_sha1 }),
        publishedAt: place.date('created', found.created),
        size: found.size,
      }),
    ];
  },
};

type Known = {
  digest?: string | null;
  publishedAt?: string | null;
  size?: z.infer<typeof bytes>;
  url?: string | null;
};

function artefact(repository: string, at: string, known: Known = {}): NormalisedRow {
  const { name, version } = componentAt(at.toWellFormed());
  return rowOf(repository, name, version, known);
}

function rowOf(
  repository: string,
  name: string,
  version: string,
  { digest = null, publishedAt = null, size, url = null }: Known = {},
): NormalisedRow {
  return {
    kind: 'artefact',
    externalId: artefactKey({ repository, name, version, digest }),
    ...{ repository, name, version, digest, publishedAt, url },
    size: numberOf(size),
  };
}

/** `?list` names neither repository nor path but in its own address. */
function folderOf({ repo, path: own, uri }: z.infer<typeof info>) {
  const named = /\/api\/storage\/([^/?#]+)([^?#]*)/.exec(uri ?? '');
  return {
    repository: storable(repo || named?.[1]) ?? '',
    path: (own ?? named?.[2] ?? '').replace(/\/$/, ''),
  };
}

function each<T extends z.ZodType>(
  schema: T,
  list: readonly unknown[],
  place: Place,
  key: string,
  read: (value: z.infer<T>, where: Place) => NormalisedRow[],
): NormalisedRow[] {
  return list.flatMap((value, n) => {
    const where = within(place, `${key}[${n}]`);
    const found = shaped(schema, value, where, 'the entry');
    return found === null ? [] : read(found, where);
  });
}
