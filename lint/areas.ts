/**
 * The seven areas a feature can live in, in the order the work flows. An area may use those before
 * it and never those after it, so the order is part of the architecture.
 */
export const areas = [
  'workspace',
  'planning',
  'delivery',
  'governance',
  'learning',
  'measures',
  'reports',
] as const;

/** Position in the flow, 0 for the first area; -1 when the name is no area. */
export function areaRank(name: string): number {
  return areas.findIndex((area) => area === name);
}

/** Folders that are divided into areas, and in them into features. */
const featureTrees = [
  'electron/core/features/',
  'renderer/features/',
  'shared/contract/',
  'shared/rules/',
  'shared/model/',
];

export type FeaturePlace = {
  tree: string;
  area: string;
  /** Name of the feature's folder or file, without its extension. */
  feature: string;
  /** Path inside the feature's folder; empty when the feature is a single file. */
  inside: string;
};

/** Which feature a file belongs to; null outside the trees that are divided into areas. */
export function featurePlace(file: string): FeaturePlace | null {
  const tree = featureTrees.find((prefix) => file.startsWith(prefix));
  if (tree === undefined) return null;
  const [area, feature, ...inside] = file.slice(tree.length).split('/');
  if (area === undefined || feature === undefined) return null;
  return { tree, area, feature: feature.replace(/\.tsx?$/, ''), inside: inside.join('/') };
}
