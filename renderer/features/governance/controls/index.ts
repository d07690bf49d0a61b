export { ReleaseControls } from './ReleaseControls.tsx';
