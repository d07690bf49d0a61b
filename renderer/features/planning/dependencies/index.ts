export { useOtherReleases } from './use-other-releases.ts';
export { DependenciesSection } from './DependenciesSection.tsx';
export { DependencyInspector } from './DependencyInspector.tsx';
