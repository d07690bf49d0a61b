import { describe, expect, it } from 'vitest';
import { azurePlace, azureReleases } from '#shared/rules/delivery/azure-address.ts';

describe('a pasted address of Azure DevOps', () => {
  it.each([
    ['https://dev.azure.com/acme', 'https://dev.azure.com/acme', null],
    ['https://dev.azure.com/acme/', 'https://dev.azure.com/acme', null],
    [' https://dev.azure.com/acme/Shop%20Floor ', 'https://dev.azure.com/acme', 'Shop Floor'],
    [
      'https://dev.azure.com/acme/Gr%C3%B6%C3%9Fe/_build?definitionId=7#x',
      'https://dev.azure.com/acme',
      'Größe',
    ],
    ['https://ann@dev.azure.com/acme/Shop/_git/api', 'https://dev.azure.com/acme', 'Shop'],
    ['https://dev.azure.com/acme/Shop/Team/_boards', 'https://dev.azure.com/acme', 'Shop'],
    ['https://dev.azure.com/acme/100%/_build', 'https://dev.azure.com/acme', '100%'],
    ['https://acme.visualstudio.com', 'https://acme.visualstudio.com', null],
    ['https://acme.visualstudio.com/Shop/_build', 'https://acme.visualstudio.com', 'Shop'],
    [
      'https://acme.visualstudio.com/DefaultCollection/Shop',
      'https://acme.visualstudio.com/DefaultCollection',
      'Shop',
    ],
    // Without what follows the project nothing tells it from a collection.
    ['https://tfs.acme.example/tfs/Main/Shop', 'https://tfs.acme.example/tfs/Main/Shop', null],
    ['https://tfs.acme.example/tfs/Main/Shop/_build', 'https://tfs.acme.example/tfs/Main', 'Shop'],
    ['https://tfs.acme.example/Main/_settings', 'https://tfs.acme.example/Main', null],
    ['http://tfs:8080', 'http://tfs:8080', null],
  ])('%s is of %s and %s', (text, baseUrl, project) => {
    expect(azurePlace(text)).toEqual({ baseUrl, project });
  });

  it.each(['Shop', 'acme/Shop', 'ftp://dev.azure.com/acme/Shop', 'https://', 'https://a b/c'])(
    '%s is none',
    (text) => {
      expect(azurePlace(text)).toBeNull();
    },
  );
});

describe('the place of classic releases', () => {
  it.each([
    ['https://dev.azure.com/acme', 'https://vsrm.dev.azure.com/acme'],
    ['https://DEV.azure.com/Acme', 'https://vsrm.dev.azure.com/Acme'],
    ['https://acme.visualstudio.com', 'https://acme.vsrm.visualstudio.com'],
    [
      'https://acme.visualstudio.com/DefaultCollection',
      'https://acme.vsrm.visualstudio.com/DefaultCollection',
    ],
  ])('of %s in the cloud is %s', (collection, expected) => {
    expect(azureReleases(collection)).toBe(expected);
  });

  it.each([
    'https://tfs.acme.example/tfs/Main',
    'http://127.0.0.1:8080/acme',
    // None of these is beyond doubt Azure's own.
    'http://dev.azure.com/acme',
    'https://dev.azure.com:8443/acme',
    'https://dev.azure.com./acme',
    'https://dev.azure.com.acme.example/acme',
    'https://xdev.azure.com/acme',
    'https://vsrm.dev.azure.com/acme',
    'https://acme.vsrm.visualstudio.com',
    'https://evil.example/.visualstudio.com',
    'https://acme.visualstudio.com.evil.example',
    'https://acme.visualstudio.com:444',
  ])('of %s is that address itself', (collection) => {
    expect(azureReleases(collection)).toBe(collection);
  });
});
