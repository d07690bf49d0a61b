import { describe, expect, it } from 'vitest';
import { azurePlace } from '#shared/rules/delivery/azure-address.ts';

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
