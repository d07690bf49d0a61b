import type { Reporter, Suite, TestCase } from '@playwright/test/reporter';
import { emptyTally, writeTally } from './tally.ts';
import type { Tally } from './tally.ts';

/** Counts for scripts/test.ts, beside whatever reporter people read. */
export default class TallyReporter implements Reporter {
  #suite: Suite | null = null;
  #errors = 0;

  onBegin(_config: unknown, suite: Suite): void {
    this.#suite = suite;
  }

  /** Errors that belong to no test, such as a file that does not load. */
  onError(): void {
    this.#errors += 1;
  }

  onEnd(): void {
    const tally = emptyTally();
    tally.failed += this.#errors;
    for (const test of this.#suite?.allTests() ?? []) count(test, tally);
    writeTally(tally);
  }

  printsToStdio(): boolean {
    return false;
  }
}

function count(test: TestCase, tally: Tally): void {
  const outcome = test.outcome();
  if (outcome === 'expected') tally.passed += 1;
  else if (outcome !== 'skipped') tally.failed += 1;
  else countSkipped(test, tally);
}

/** A test behind a failed one in a serial group never ran, though nobody asked to skip it. */
function countSkipped(test: TestCase, tally: Tally): void {
  const asked = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme');
  if (asked === undefined) {
    tally.failed += 1;
    return;
  }
  const name = test.titlePath().filter(Boolean).join(' > ');
  tally.skipped.push({ test: name, reason: asked.description ?? 'no reason given' });
}
