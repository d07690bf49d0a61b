export { ReleaseResponsibilities } from './ReleaseResponsibilities.tsx';
