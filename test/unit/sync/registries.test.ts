import { describe, expect, it } from 'vitest';
import { normalise } from '#core/sync/entry.ts';
import { artifactory, githubPackages, nexus, oci } from '../../support/answers/registries.ts';

const digest = oci.manifests.digest;
const other = `sha256:${'0'.repeat(64)}`;

function keys(...asked: Parameters<typeof normalise>) {
  return normalise(...asked).rows.map(({ externalId }) => externalId);
}

describe('artefacts have no status', () => {
  it.each([
    ['oci', oci],
    ['nexus', nexus],
    ['artifactory', artifactory],
    ['github-packages', githubPackages],
  ] as const)('in any answer of %s', (source, answers) => {
    for (const [kind, row] of Object.entries(answers)) {
      for (const each of normalise(source, kind, row).rows) {
        expect(each.kind).toBe('artefact');
        expect(each).not.toHaveProperty('status');
      }
    }
  });
});

describe('an OCI registry', () => {
  it('lists tags, of which there may be none', () => {
    expect(keys('oci', undefined, oci.tags)).toEqual(['acme/shop:1.2.0', 'acme/shop:latest']);
    expect(keys('oci', undefined, { name: 'acme/shop', tags: null })).toEqual([]);
    const { rows, warnings } = normalise('oci', 'tags', { name: 'a', tags: ['1', 2, ''] });
    expect(rows).toHaveLength(1);
    expect(warnings.map(({ at }) => at)).toEqual(['tags[1]', 'tags[2]']);
  });

  it('knows an image by name, tag and digest, and those of an index beside it', () => {
    expect(normalise('oci', undefined, oci.manifests).rows).toMatchObject([
      { externalId: `acme/shop:1.2.0@${digest}`, version: '1.2.0', digest, size: 1234 },
    ]);
    const manifests = [
      { digest: other, size: 5, platform: { os: 'linux', architecture: 'arm64' } },
      { digest: other, size: 5, platform: { os: 'unknown', architecture: 'unknown' } },
    ];
    const index = { name: 'acme/shop', reference: digest, schemaVersion: 2, manifests };
    expect(keys('oci', undefined, index)).toEqual([`acme/shop@${digest}`, `acme/shop@${other}`]);
  });

  it('says what a bare manifest does not tell', () => {
    const bare = { schemaVersion: 2, config: { digest: other, size: 1 }, layers: [] };
    const { rows, warnings } = normalise('oci', undefined, bare);
    expect(rows).toMatchObject([{ externalId: other, digest: null }]);
    expect(warnings).toHaveLength(1);
  });

  it('refuses an error with its words', () => {
    const error = { errors: [{ code: 'NAME_UNKNOWN', message: 'repository name not known' }] };
    expect(() => normalise('oci', undefined, error)).toThrow('repository name not known');
  });
});

describe('Nexus', () => {
  it('names components as each format does', () => {
    const { components } = nexus;
    const as = (format: string, group: string | null, name: string) =>
      keys('nexus', 'search', {
        items: [{ ...components, format, group, name, assets: null }],
        continuationToken: null,
      });
    expect(as('maven2', 'com.acme', 'shop')).toEqual(['releases/com.acme:shop:1.2.0']);
    expect(as('npm', 'acme', 'shop')).toEqual(['releases/@acme/shop:1.2.0']);
    expect(as('npm', null, 'shop')).toEqual(['releases/shop:1.2.0']);
    expect(as('raw', '/dir', 'dir/shop')).toEqual(['releases/dir/shop:1.2.0']);
    expect(as('docker', '', 'acme/shop')).toEqual(['releases/acme/shop:1.2.0']);
  });

  it('takes digest, size and date of the one file that is the component', () => {
    const [row] = normalise('nexus', undefined, nexus.components).rows;
    expect(row).toMatchObject({
      digest: 'sha1:a91957a858320c0e17f3a0eca7cfacbff50ea29a',
      ...{ size: 4_294_967_301, publishedAt: '2026-02-01T10:00:00.010Z' },
    });
    const [first] = nexus.components.assets;
    const two = { ...nexus.components, assets: [first, first] };
    expect(normalise('nexus', undefined, [two]).rows).toMatchObject([{ digest: null, size: null }]);
  });

  it('reads an empty page with a next one, and the rows beside a bad one', () => {
    expect(keys('nexus', undefined, { items: [], continuationToken: 'x' })).toEqual([]);
    const { rows, warnings } = normalise('nexus', undefined, {
      items: [{ ...nexus.components, name: null }, nexus.components],
    });
    expect([rows.length, warnings.map(({ at }) => at)]).toEqual([1, ['items[0]']]);
  });
});

describe('Artifactory', () => {
  it.each([
    ['/com/acme/shop/1.2.0/shop-1.2.0.jar', 'com/acme/shop', '1.2.0'],
    ['/shop/1.3-SNAPSHOT/shop-1.3-20260201.1-1.jar', 'shop', '1.3-SNAPSHOT'],
    ['/acme/shop/1.2.0/manifest.json', 'acme/shop', '1.2.0'],
    ['/@acme/shop/-/@acme/shop-1.2.0.tgz', '@acme/shop', '1.2.0'],
    ['/charts/shop-1.2.0-rc.1.tgz', 'charts/shop', '1.2.0-rc.1'],
    ['/tools/readme', 'tools/readme', ''],
    [`/${'-1.1'.repeat(2000)}\n`, `${'-1.1'.repeat(2000)}\n`, ''],
  ])('finds name and version in %s', (path, name, version) => {
    const [row] = normalise('artifactory', 'storage', { ...artifactory.storage, path }).rows;
    expect(row).toMatchObject({ name, version, size: 10_240_000_000, digest });
  });

  it('lists versions of a folder, and files with their checksums', () => {
    const uri = 'https://art.example.com/artifactory/api/storage/libs/com/acme/shop';
    const children = [
      { uri: '/1.2.0', folder: true },
      { uri: '/docs', folder: true },
      { uri: '/maven-metadata.xml', folder: false },
    ];
    const folder = { repo: 'libs', path: '/com/acme/shop', uri, children };
    expect(keys('artifactory', undefined, folder)).toEqual(['libs/com/acme/shop:1.2.0']);
    const sha2 = '0'.repeat(64);
    const files = [{ uri: '/1.2.0/shop-1.2.0.jar', size: 5, folder: false, sha2 }, { uri: 7 }];
    const { rows, warnings } = normalise('artifactory', undefined, { uri, files });
    expect(rows).toMatchObject([{ externalId: `libs/com/acme/shop:1.2.0@${other}` }]);
    expect(warnings).toMatchObject([{ at: 'files[1]' }]);
  });

  it('reads queries, builds and an error', () => {
    const page = { results: [artifactory.aql, { ...artifactory.aql, type: 'folder' }], range: {} };
    expect(keys('artifactory', undefined, page)).toEqual([
      `docker-local/acme/shop:1.2.0@${digest}`,
    ]);
    expect(normalise('artifactory', undefined, artifactory.builds).rows).toMatchObject([
      { name: 'shop nightly', version: '51', publishedAt: '2026-02-01T09:00:19.893Z' },
    ]);
    const one = { buildInfo: { name: 'shop', number: '51', started: null } };
    expect(keys('artifactory', undefined, one)).toEqual(['shop:51']);
    const error = { errors: [{ status: 404, message: 'Unable to find item' }] };
    expect(() => normalise('artifactory', undefined, error)).toThrow('Unable to find item');
  });
});

describe('GitHub Packages', () => {
  const { versions } = githubPackages;

  it('knows a container by its digest, whose tags come and go', () => {
    const untagged = { ...versions, metadata: { container: { tags: [] } } };
    const { rows } = normalise('github-packages', undefined, [versions, untagged]);
    const externalId = `acme/shop@${digest}`;
    expect(rows).toMatchObject([
      { externalId, name: 'acme/shop', version: '1.2.0', digest },
      { externalId, version: digest },
    ]);
  });

  it('knows others by their version, and leaves out what was deleted', () => {
    const npm = { ...versions, name: '1.2.0', url: null, metadata: null };
    expect(keys('github-packages', 'versions', [npm])).toEqual(['acme/shop:1.2.0']);
    const deleted = { ...npm, deleted_at: '2026-02-01T10:00:00Z' };
    const { rows, warnings } = normalise('github-packages', 'versions', [deleted]);
    expect([rows.length, warnings.length]).toEqual([0, 1]);
  });
});
