export { HealthMark } from './HealthMark.tsx';
export { HealthSection } from './HealthSection.tsx';
export { healthLook } from './health-words.ts';
export { useHealth } from './use-health.ts';
