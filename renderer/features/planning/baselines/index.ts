export { BaselineSection } from './BaselineSection.tsx';
