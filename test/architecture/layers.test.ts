import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { importProblem } from '../../lint/import-problem.ts';
import { importTarget } from '../../lint/specifier.ts';
import { root } from '../../scripts/root.ts';
import { importsOf, program, tests, tooling } from './sources.ts';
import type { Source } from './sources.ts';

const dependencies = z.record(z.string(), z.string());
const manifest = z
  .object({ dependencies, devDependencies: dependencies })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
const declared = { ...manifest.dependencies, ...manifest.devDependencies };

/** Named to Vite alone, which makes it up. */
const isVirtual = (name: string) => name.startsWith('virtual:');

const edges = [...program, ...tooling, ...tests].flatMap((source) =>
  importsOf(source).map((edge) => ({
    from: source.path,
    ...edge,
    target: importTarget(source.path, edge.specifier),
  })),
);

describe('imports', () => {
  it('were found at all', () => {
    expect(edges.length).toBeGreaterThan(program.length);
  });

  it('follow the table of layers', () => {
    const problems = edges.flatMap(({ from, specifier, typeOnly }) => {
      const problem = importProblem(from, specifier, typeOnly);
      return problem === null ? [] : [`${from}: ${problem}`];
    });
    expect(problems).toEqual([]);
  });

  it('name only packages that package.json declares', () => {
    const unknown = edges.flatMap(({ from, target }) =>
      target.kind === 'package' && !(target.name in declared) && !isVirtual(target.name)
        ? [`${from}: ${target.name}`]
        : [],
    );
    expect(unknown).toEqual([]);
  });

  it('name only files that exist', () => {
    const missing = edges.flatMap(({ from, target }) =>
      target.kind === 'file' && !existsSync(join(root, target.path))
        ? [`${from}: ${target.path}`]
        : [],
    );
    expect(missing).toEqual([]);
  });

  it('bring electron into electron/desktop alone', () => {
    const importers = edges
      .filter(({ target }) => target.kind === 'package' && target.name === 'electron')
      .map(({ from }) => from)
      .filter((path) => !path.startsWith('test/'));
    expect(importers.filter((path) => !path.startsWith('electron/desktop/'))).toEqual([]);
  });

  it('bring the database engine into electron/core/database alone', () => {
    const importers = edges
      .filter(({ typeOnly }) => !typeOnly)
      .filter(({ target }) => target.kind === 'package' && target.name === 'better-sqlite3')
      .map(({ from }) => from)
      .filter((path) => !path.startsWith('test/'));
    expect(importers.filter((path) => !path.startsWith('electron/core/database/'))).toEqual([]);
  });

  it('run in no circle', () => {
    expect(circles(program)).toEqual([]);
  });
});

/** Circles of imports that exist at run time, each written as a path that ends where it began. */
function circles(sources: readonly Source[]): string[] {
  const next = new Map(sources.map(({ path }) => [path, runtimeImports(path)]));
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) found.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    if (trail.includes(path) || done.has(path)) return;
    for (const target of next.get(path) ?? []) walk(target, [...trail, path]);
    done.add(path);
  };
  for (const { path } of sources) walk(path, []);
  return found;
}

function runtimeImports(path: string): string[] {
  return edges.flatMap(({ from, typeOnly, target }) =>
    from === path && !typeOnly && target.kind === 'file' ? [target.path] : [],
  );
}
