import { describe, expect, it } from 'vitest';
import { isImageOf, isSameTag, readImage } from '#shared/rules/delivery/image-reference.ts';

const digest = `sha256:${'4f'.repeat(32)}`;

describe('the name of an image', () => {
  it.each([
    ['nginx', 'nginx', null, null],
    ['acme/api:4.2.0', 'acme/api', '4.2.0', null],
    [`acme/api@${digest}`, 'acme/api', null, digest],
    [
      `localhost:5000/acme/api:4.2.0@${digest.toUpperCase()}`,
      'localhost:5000/acme/api',
      '4.2.0',
      digest,
    ],
    ['localhost:5000/acme/api', 'localhost:5000/acme/api', null, null],
    [`docker-pullable://acme/api@${digest}`, 'acme/api', null, digest],
    ['acme/api:@sha256:short', 'acme/api', null, null],
    ['', '', null, null],
  ])('%s is taken apart', (text, name, tag, of) => {
    expect(readImage(text)).toEqual({ name, tag, digest: of });
  });

  it('is that of a repository with or without its host, and of no longer one', () => {
    const image = readImage('registry.example.com/acme/api:1');
    expect(
      ['acme/api', 'api', 'registry.example.com/acme/api'].map((n) => isImageOf(image, n)),
    ).toEqual([true, true, true]);
    expect(['i', 'cme/api', 'acme'].map((name) => isImageOf(image, name))).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('has a tag that is the version with or without its v', () => {
    expect([
      isSameTag('v4.2.0', '4.2.0'),
      isSameTag('4.2.0', '4.2'),
      isSameTag('very', 'ery'),
    ]).toEqual([true, false, false]);
  });
});
