import { benchApp, must } from './stage.ts';

/** Opens a workspace, asks for the releases and ends without closing: what a start costs. */
const [folder = '', path = ''] = process.argv.slice(2);
const app = benchApp(folder);
await must(app, 'workspace.open', { path });
await must(app, 'releases.list', {});
await app.close();
