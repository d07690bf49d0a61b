export { ViewMenu } from './ViewMenu.tsx';
