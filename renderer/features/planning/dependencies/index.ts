export { DependenciesSection } from './DependenciesSection.tsx';
export { DependencyInspector } from './DependencyInspector.tsx';
