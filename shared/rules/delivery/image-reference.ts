/** What a cluster calls an image, taken apart. */
export type ImageReference = {
  /** With its host where it has one: `registry.example.com:5000/acme/api`. */
  name: string;
  tag: string | null;
  digest: string | null;
};

const digestText = /^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[0-9a-f]{32,128}$/i;

/**
 * `acme/api:4.2.0@sha256:…` and what can be left out of it. Kubernetes writes `docker-pullable://` before
 * what a node has pulled.
 */
export function readImage(text: string): ImageReference {
  const plain = text.trim().replace(/^[a-z-]+:\/\//i, '');
  const at = plain.lastIndexOf('@');
  const behind = at < 0 ? '' : plain.slice(at + 1);
  const digest = digestText.test(behind) ? behind.toLowerCase() : null;
  const named = at < 0 ? plain : plain.slice(0, at);
  // A colon before the last slash is that of a port.
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
  const tag = colon < 0 ? null : named.slice(colon + 1);
  return { name: colon < 0 ? named : named.slice(0, colon), tag: tag === '' ? null : tag, digest };
}

/** Whether an image is of a repository that is called so: its whole path, or all behind the host. */
export function isImageOf({ name }: Pick<ImageReference, 'name'>, repository: string): boolean {
  return name === repository || name.endsWith(`/${repository}`);
}

/** `4.2.0` and `v4.2.0` are one version to people. */
export function isSameTag(one: string, other: string): boolean {
  const bare = (text: string) => text.replace(/^v(?=\d)/i, '');
  return bare(one) === bare(other);
}
