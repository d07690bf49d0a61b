import { areaRank, areas, featurePlace } from './areas.ts';
import type { FeaturePlace } from './areas.ts';
import { layerOf } from './layers.ts';
import type { Layer } from './layers.ts';
import { importTarget } from './specifier.ts';

/**
 * Why a file may not import a specifier, as a sentence that says what to do; null when it may.
 * The lint rule and the architecture test both ask this, so that there is one table.
 */
export function importProblem(
  fromFile: string,
  specifier: string,
  typeOnly: boolean,
): string | null {
  const layer = layerOf(fromFile);
  if (layer === undefined) return unknownPlace(fromFile);
  const target = importTarget(fromFile, specifier);
  switch (target.kind) {
    case 'node':
      return layer.node ? null : `${layer.path} runs without Node; pass what it needs in.`;
    case 'package':
      return packageProblem(layer, target.name);
    case 'file':
      return fileProblem(layer, fromFile, target.path, typeOnly);
  }
}

/** A folder nobody has placed in the table is refused, so that the table stays whole. */
export function unknownPlace(file: string): string {
  return `${file} is in no layer; add its folder to lint/layers.ts or move it into one.`;
}

function packageProblem(layer: Layer, name: string): string | null {
  if (layer.packages === 'any' || layer.packages.includes(name)) return null;
  const allowed = layer.packages.length === 0 ? 'no package' : layer.packages.join(', ');
  return `${layer.path} may not import the package ${name}; it may import ${allowed}. A library it needs is added to lint/layers.ts on purpose.`;
}

function fileProblem(
  layer: Layer,
  fromFile: string,
  target: string,
  typeOnly: boolean,
): string | null {
  const from = featurePlace(fromFile);
  const to = featurePlace(target);
  if (from !== null && to?.tree === from.tree) return featureProblem(from, to);
  if (isOwnFile(layer, target) || matches(layer.files, target)) return null;
  if (matches(layer.types ?? [], target)) {
    return typeOnly ? null : `${layer.path} may take types only from ${target}; use import type.`;
  }
  const allowed = [layer.path, ...layer.files].join(', ');
  return `${layer.path} may not import ${target}; it may import from ${allowed}. Pass it in, or move what both need into shared/.`;
}

/** A longer row may have carved a folder out of this one: it is then no longer its own. */
function isOwnFile(layer: Layer, target: string): boolean {
  return target.startsWith(layer.path) && (layer.reachesIn === true || layerOf(target) === layer);
}

function matches(paths: readonly string[], target: string): boolean {
  return paths.some((path) =>
    path.endsWith('/*') ? isDirectlyIn(path.slice(0, -1), target) : target.startsWith(path),
  );
}

function isDirectlyIn(folder: string, file: string): boolean {
  return file.startsWith(folder) && !file.slice(folder.length).includes('/');
}

/** Trees in which an area builds on those before it; a view or a model may name what comes later. */
const orderedTrees = ['electron/core/features/', 'shared/rules/'];
/** Trees in which a feature is a folder with a door, its index.ts. */
const closedTrees = ['electron/core/features/', 'renderer/features/'];

/** Features of one tree: by the order of their areas, and through the index where there is one. */
function featureProblem(from: FeaturePlace, to: FeaturePlace): string | null {
  if (from.area === to.area && (from.feature === to.feature || isAreaIndex(from))) return null;
  if (orderedTrees.includes(from.tree) && areaRank(to.area) > areaRank(from.area)) {
    return `${place(from)} may not import ${place(to)}: areas import those before them only (${areas.join(', ')}). Hand it up as evidence, a topic or an argument.`;
  }
  if (closedTrees.includes(from.tree) && !isAreaIndex(to) && to.inside !== 'index.ts') {
    return `${place(from)} may import ${place(to)} through its index.ts only; export there what others use, or move what both need to where both may take it from.`;
  }
  return null;
}

/** `features/delivery/index.ts` is the door of a whole area. */
function isAreaIndex({ feature, inside }: FeaturePlace): boolean {
  return feature === 'index' && inside === '';
}

function place({ tree, area, feature }: FeaturePlace): string {
  return `${tree}${area}/${feature}`;
}
