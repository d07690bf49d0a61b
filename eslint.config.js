// Plain JavaScript, so that ESLint needs no loader of its own; Node reads the TypeScript behind it.
export { config as default } from './lint/config.ts';
