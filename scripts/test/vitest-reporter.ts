import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { emptyTally, writeTally } from './tally.ts';
import type { Tally } from './tally.ts';

/** Counts for scripts/test.ts, beside whatever reporter people read. */
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const tally = emptyTally();
    tally.failed += unhandledErrors.length;
    for (const module of modules) {
      tally.failed += module.errors().length;
      for (const suite of module.children.allSuites()) tally.failed += suite.errors().length;
      for (const test of module.children.allTests()) count(test, tally);
    }
    writeTally(tally);
  }
}

function count(test: TestCase, tally: Tally): void {
  const result = test.result();
  if (result.state === 'passed') tally.passed += 1;
  // A test that was collected and never ended has proven nothing.
  else if (result.state !== 'skipped') tally.failed += 1;
  else tally.skipped.push({ test: test.fullName, reason: result.note ?? 'no reason given' });
}
