import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { runTools } from '../check/run-tools.ts';
import type { ToolResult } from '../check/run-tools.ts';
import { tools } from '../check/tools.ts';
import { root } from '../root.ts';
import { emptyTally, takeTally, tallyVariable } from './tally.ts';
import type { Tally } from './tally.ts';

/** Each tool counts as one test. The layers are left to vitest, which runs them anyway. */
export async function runCheckTools(onResult: (result: ToolResult) => void): Promise<Tally> {
  const wanted = tools.filter(({ name }) => name !== 'layers');
  const results = await runTools(wanted, 2, onResult);
  const passed = results.filter(({ ok }) => ok).length;
  return { ...emptyTally(), passed, failed: results.length - passed };
}

export function runVitest(args: readonly string[]): Promise<Tally> {
  const reporters = ['--reporter=default', '--reporter=./scripts/test/vitest-reporter.ts'];
  return runRunner('vitest', ['vitest/vitest.mjs', 'run', ...reporters, ...args]);
}

/** A test that fails is run once more, since a busy machine can be late; one that passes then is named. */
export function runPlaywright(args: readonly string[]): Promise<Tally> {
  const reporter = '--reporter=list,./scripts/test/playwright-reporter.ts';
  const own = ['test', '--pass-with-no-tests', '--retries=1', reporter];
  return runRunner('playwright', ['@playwright/test/cli.js', ...own, ...args]);
}

/** Streams the runner's own output and reads the tally its reporter left. */
async function runRunner(name: string, [program = '', ...args]: string[]): Promise<Tally> {
  const tallyFile = join(root, '.cache', `tally-${name}-${process.pid}.json`);
  const child = spawn(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, [tallyVariable]: tallyFile },
  });
  const exitCode = await new Promise<number>((done) => {
    child.on('error', () => done(1));
    child.on('close', (code) => done(code ?? 1));
  });
  return takeTally(tallyFile, exitCode);
}
