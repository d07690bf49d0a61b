import { printResult } from './check.ts';
import { build } from './build.ts';
import { ensureChromium } from './test/ensure-chromium.ts';
import { runCheckTools, runPlaywright, runVitest } from './test/runners.ts';
import { closingLine, emptyTally, sumTallies } from './test/tally.ts';
import type { Tally } from './test/tally.ts';

const usage = `Expected nothing, "e2e" or "nightly" after scripts/test.ts.
  (nothing)        checks, vitest and the tests through the screen
  e2e [options]    the tests through the screen only; options go to Playwright
  nightly          everything, with the long suites`;

/** The whole suite. The last line on standard output is the closing line. */
export async function main([mode, ...rest]: readonly string[]): Promise<void> {
  if (mode !== undefined && mode !== 'e2e' && mode !== 'nightly') {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  if (mode === 'nightly') process.env['SLIPWAY_NIGHTLY'] = '1';
  const parts = new Map<string, Tally>();
  parts.set('preparation', await prepare());
  if (mode !== 'e2e') {
    heading('checks');
    parts.set('checks', await runCheckTools(printResult));
    heading('vitest');
    parts.set('vitest', await runVitest([]));
  }
  heading('through the screen');
  parts.set('through the screen', await runPlaywright(mode === 'e2e' ? rest : []));
  summarise(parts);
}

/** Build and browser: a failure of either is a failed test, and the others still run. */
async function prepare(): Promise<Tally> {
  const tally = emptyTally();
  const steps = [
    () => build(),
    async () => {
      process.env['SLIPWAY_CHROMIUM'] = ensureChromium();
    },
  ];
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      tally.failed += 1;
      console.log(`✗ ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return tally;
}

function heading(name: string): void {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 60 - name.length))}`);
}

function summarise(parts: ReadonlyMap<string, Tally>): void {
  const total = sumTallies([...parts.values()]);
  heading('totals');
  for (const [name, tally] of parts) console.log(`${name}: ${closingLine(tally)}`);
  for (const { test, reason } of total.skipped) console.log(`skipped: ${test} (${reason})`);
  for (const test of total.unsteady) console.log(`unsteady: ${test} (passed at the second go)`);
  const ran = total.passed + total.failed;
  if (ran === 0) console.log('No test ran, which proves nothing.');
  if (total.failed > 0 || ran === 0) process.exitCode = 1;
  console.log(`\n${closingLine(total)}`);
}

if (import.meta.main) await main(process.argv.slice(2));
