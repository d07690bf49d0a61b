import { readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { areaRank } from '../../lint/areas.ts';
import { contract } from '#shared/contract/index.ts';
import { root } from '../../scripts/root.ts';

type Feature = { area: string; feature: string };

/** Folders of a tree two levels down: areas, and the features in them. */
function featureFolders(tree: string): Feature[] {
  return foldersIn(tree).flatMap((area) =>
    foldersIn(`${tree}/${area}`).map((feature) => ({ area, feature })),
  );
}

function foldersIn(path: string): string[] {
  if (!existsSync(join(root, path))) return [];
  const entries = readdirSync(join(root, path), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

function contractFiles(): Feature[] {
  return foldersIn('shared/contract').flatMap((area) =>
    readdirSync(join(root, 'shared/contract', area)).map((file) => ({
      area,
      feature: file.replace(/\.ts$/, ''),
    })),
  );
}

const name = ({ area, feature }: Feature) => `${area}/${feature}`;
const inContract = new Set(contractFiles().map(name));

describe('features', () => {
  it.each([
    'shared/contract',
    'shared/rules',
    'shared/model',
    'electron/core/features',
    'renderer/features',
  ])('live in the seven areas in %s', (tree) => {
    expect(foldersIn(tree).filter((folder) => areaRank(folder) < 0)).toEqual([]);
  });

  it.each(['electron/core/features', 'renderer/features'])(
    'in %s have the name of their file in the contract',
    (tree) => {
      const nameless = featureFolders(tree)
        .map(name)
        .filter((path) => !inContract.has(path));
      expect(nameless).toEqual([]);
    },
  );

  it('of the contract have a folder in the core', () => {
    const inCore = new Set(featureFolders('electron/core/features').map(name));
    expect([...inContract].filter((path) => !inCore.has(path))).toEqual([]);
  });

  it('name their procedures after themselves', () => {
    const features = new Set(contractFiles().map(({ feature }) => feature));
    const strays = Object.keys(contract).filter((name) => !features.has(name.split('.')[0] ?? ''));
    expect(strays).toEqual([]);
  });
});
