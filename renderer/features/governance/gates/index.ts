export { GatesTab } from './GatesTab.tsx';
export { GateInspector } from './GateInspector.tsx';
