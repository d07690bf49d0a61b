#!/usr/bin/env node
// Plain JavaScript without imports at the top: an older Node must get as far as the message below.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 19)) {
  process.stderr.write(
    `Slipway needs Node 22.19 or newer and found ${process.versions.node}. Run it as "npx slipway", which brings its own Node, or install a newer one.\n`,
  );
  process.exit(1);
}

const { existsSync } = await import('node:fs');

// "serve" is the browser host, which has an entry and options of its own.
const serve = process.argv[2] === 'serve';
if (serve) process.argv.splice(2, 1);
const built = new URL(
  serve ? '../../dist/browser/host.js' : '../../dist/cli/cli.js',
  import.meta.url,
);
const source = new URL(serve ? '../browser/main.ts' : './main.ts', import.meta.url);

if (existsSync(built)) {
  await import(built.href);
} else if (process.features.typescript) {
  await import(source.href);
} else {
  process.stderr.write(
    `Slipway is not built, and Node ${process.versions.node} cannot run its sources. Run "npm run build" first, or use Node 24.\n`,
  );
  process.exit(1);
}
