export { ParityScreen } from './ParityScreen.tsx';
