export { controls } from './handlers.ts';
export { listControls } from './register.ts';
export { controlsOfReleases } from './coverage.ts';
