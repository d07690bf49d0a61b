const digest = `sha256:${'4f5e1c2b'.repeat(8)}`;

/** One full row of each answer of a repository of artefacts, as it documents them. */
export const oci = {
  tags: { name: 'acme/shop', tags: ['1.2.0', 'latest'] },
  manifests: {
    name: 'acme/shop',
    tag: '1.2.0',
    digest,
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest, size: 1000 },
    layers: [{ mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', digest, size: 234 }],
    annotations: { 'org.opencontainers.image.created': '2026-02-01T10:00:00Z' },
  },
};

export const nexus = {
  components: {
    id: 'cmVsZWFzZXM6ODg0OTFjZDE',
    repository: 'releases',
    format: 'maven2',
    group: 'com.acme',
    name: 'shop',
    version: '1.2.0',
    assets: [
      {
        downloadUrl: 'https://nexus.example.com/repository/releases/com/acme/shop-1.2.0.jar',
        path: 'com/acme/shop/1.2.0/shop-1.2.0.jar',
        id: 'cmVsZWFzZXM6Nzc',
        checksum: { sha1: 'a91957a858320c0e17f3a0eca7cfacbff50ea29a' },
        contentType: 'application/java-archive',
        lastModified: '2026-02-01T10:00:00.010+00:00',
        fileSize: 4_294_967_301,
        blobCreated: null,
      },
      { path: 'com/acme/shop/1.2.0/shop-1.2.0.pom', checksum: null },
    ],
  },
};

export const artifactory = {
  storage: {
    repo: 'libs-release',
    path: '/com/acme/shop/1.2.0/shop-1.2.0.jar',
    created: '2026-02-01T11:00:00.893+0100',
    createdBy: 'ci',
    lastModified: '2026-02-01T11:00:00.893+0100',
    downloadUri: 'https://art.example.com/artifactory/libs-release/com/acme/shop-1.2.0.jar',
    mimeType: 'application/java-archive',
    size: '10240000000',
    checksums: { md5: 'x', sha1: 'x', sha256: '4f5e1c2b'.repeat(8) },
    uri: 'https://art.example.com/artifactory/api/storage/libs-release/com/acme/shop-1.2.0.jar',
  },
  'docker-tags': oci.tags,
  aql: {
    repo: 'docker-local',
    path: 'acme/shop/1.2.0',
    name: 'manifest.json',
    type: 'file',
    size: 1234,
    created: '2026-02-01T10:00:00.893Z',
    sha256: '4f5e1c2b'.repeat(8),
  },
  builds: {
    uri: 'https://art.example.com/artifactory/api/build/shop%20nightly',
    buildsNumbers: [{ uri: '/51', started: '2026-02-01T12:00:19.893+0300' }],
  },
};

export const githubPackages = {
  packages: {
    id: 197,
    name: 'acme/shop',
    package_type: 'container',
    owner: { login: 'acme' },
    version_count: 3,
    visibility: 'private',
    url: 'https://api.github.com/orgs/acme/packages/container/acme%2Fshop',
    html_url: 'https://github.com/orgs/acme/packages/container/package/acme%2Fshop',
    created_at: '2026-01-01T10:00:00Z',
    updated_at: '2026-02-01T10:00:00Z',
    repository: null,
  },
  versions: {
    id: 4_294_967_301,
    name: digest,
    url: 'https://api.github.com/orgs/acme/packages/container/acme%2Fshop/versions/4294967301',
    package_html_url: 'https://github.com/orgs/acme/packages/container/package/acme%2Fshop',
    created_at: '2026-02-01T10:00:00Z',
    updated_at: '2026-02-01T10:00:00Z',
    html_url: 'https://github.com/orgs/acme/packages/container/acme%2Fshop/4294967301',
    metadata: { package_type: 'container', container: { tags: ['latest', '1.2.0'] } },
  },
};
