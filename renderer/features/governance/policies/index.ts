export { GateTermsPart } from './GateTermsPart.tsx';
export { AddGate } from './AddGate.tsx';
