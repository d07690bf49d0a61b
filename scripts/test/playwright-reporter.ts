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
  if (outcome === 'skipped') countSkipped(test, tally);
  else if (outcome === 'unexpected') tally.failed += 1;
  else tally.passed += 1;
  if (outcome === 'flaky') tally.unsteady.push(nameOf(test));
}

/** A test behind a failed one in a serial group never ran, though nobody asked to skip it. */
function countSkipped(test: TestCase, tally: Tally): void {
  const asked = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme');
  if (asked === undefined) {
    tally.failed += 1;
    return;
  }
  tally.skipped.push({ test: nameOf(test), reason: asked.description ?? 'no reason given' });
}

function nameOf(test: TestCase): string {
  return test.titlePath().filter(Boolean).join(' > ');
}
