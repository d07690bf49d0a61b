export { EmergencyCab } from './EmergencyCab.tsx';
