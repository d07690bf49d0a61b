#!/usr/bin/env node
// Plain JavaScript that any Node can read: `node scripts/run.mjs start …` runs scripts/start.ts
// with a Node that is new enough, or says what to do. An older Node would stop at the first type
// annotation, and the database would end it without a word.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [, self, name = '', ...args] = process.argv;
const folder = fileURLToPath(new URL('.', import.meta.url));
const script = join(folder, `${name}.ts`);

const binary = process.platform === 'win32' ? 'node.exe' : 'node';
const ownNode = join(folder, '../node_modules/node/bin', binary);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const readsTypes = Boolean(process.features.typescript);
const newEnough = (major > 22 || (major === 22 && minor >= 12)) && readsTypes;

if (!existsSync(script)) {
  fail(`Expected the name of a script in scripts/ after scripts/run.mjs and found "${name}".`);
} else if (newEnough) {
  process.argv = [process.execPath, script, ...args];
  const { main } = await import(pathToFileURL(script).href);
  await main(args);
} else if (existsSync(ownNode)) {
  const child = spawn(ownNode, [self, name, ...args], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
} else {
  fail(
    `Slipway needs Node 22.18 or newer to run from its sources and found ${process.versions.node}. ` +
      'Run "npm ci" without --ignore-scripts: it brings a Node of its own. Or install a newer Node.',
  );
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}
