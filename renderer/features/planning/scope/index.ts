export { ScopeTab } from './ScopeTab.tsx';
