import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { root } from '../../../scripts/root.ts';

/** Ends with the number of interrupts it got, a moment after the first. */
const countsInterrupts = `
  let count = 0;
  process.on('SIGINT', () => {
    count += 1;
    setTimeout(() => process.exit(count), 300);
  });
  console.log('ready');
  setInterval(() => {}, 1000);
`;

const waits = "console.log('ready'); setInterval(() => {}, 1000);";

function parentCode(childCode: string): string {
  return `
    import { becomeChild } from './scripts/start/child.ts';
    becomeChild(process.execPath, ${JSON.stringify(['--eval', childCode])});
  `;
}

/** Like the shell of npm: it runs one program and does not hand signals on. */
function shellOf(code: string): string {
  const args = JSON.stringify(['--input-type=module', '--eval', code]);
  return `require('node:child_process').spawn(process.execPath, ${args}, { stdio: 'inherit' });`;
}

function startParent(childCode: string) {
  return spawn(process.execPath, ['--input-type=module', '--eval', parentCode(childCode)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function exitCode(parent: ReturnType<typeof startParent>): Promise<unknown> {
  const [code]: unknown[] = await once(parent, 'close');
  return code;
}

describe.runIf(process.platform !== 'win32')('a program that becomes another', () => {
  it('hands an interrupt on once, although npm repeats it', async () => {
    const parent = startParent(countsInterrupts);
    await once(parent.stdout, 'data');
    parent.kill('SIGINT');
    parent.kill('SIGINT');
    expect(await exitCode(parent)).toBe(1);
  });

  it('ends the other when the shell that npm put between is gone', async () => {
    const shell = spawn(process.execPath, ['--eval', shellOf(parentCode(waits))], {
      cwd: root,
      env: { ...process.env, npm_lifecycle_event: 'start' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [ready]: unknown[] = await once(shell.stdout, 'data');
    expect(String(ready)).toBe('ready\n');
    shell.kill('SIGKILL');
    // The stream ends when the last process that holds it has ended.
    await once(shell.stdout, 'end');
  });

  it('ends with the exit code of the other', async () => {
    expect(await exitCode(startParent('process.exit(7)'))).toBe(7);
  });

  it('ends when a terminate signal ends the other', async () => {
    const parent = startParent(waits);
    await once(parent.stdout, 'data');
    parent.kill('SIGTERM');
    expect(await exitCode(parent)).toBe(143);
  });
});
