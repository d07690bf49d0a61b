import { noWallClock } from '../../../lint/rules/no-wall-clock.ts';
import { ruleTester } from './rule-tester.ts';

const clock = 'take the clock that is passed in';

ruleTester.run('no-wall-clock', noWallClock, {
  valid: [
    'const at = new Date(clock())',
    'const at = Date.UTC(2026, 0, 1)',
    'const top = Math.max(1, 2)',
    'function f(performance: { now(): number }) { return performance.now() }',
    'const console = makeLog(); console.info("x")',
    'const row = { console: 1, performance: 2 }; row.console',
    'process.exitCode = 1',
    "import { Temporal } from 'temporal-polyfill'; Temporal.Instant.from('2026-01-01T00:00Z')",
    'type Log = typeof log',
  ],
  invalid: [
    { code: 'const at = Date.now()', what: 'Date.now', instead: clock },
    { code: 'start({ clock: Date.now })', what: 'Date.now', instead: clock },
    { code: "Date['now']()", what: 'Date.now', instead: clock },
    { code: 'globalThis.Date.now()', what: 'Date.now', instead: clock },
    { code: 'const { now } = Date', what: 'Date.now', instead: clock },
    { code: 'new Date()', what: 'new Date() without a time', instead: clock },
    { code: 'Date()', what: 'Date()', instead: clock },
    { code: 'performance.now()', what: 'performance', instead: clock },
    { code: 'window.performance.now()', what: 'performance', instead: clock },
    {
      code: "import { Temporal } from 'temporal-polyfill'; Temporal.Now.instant()",
      what: 'Temporal.Now',
      instead: clock,
    },
    {
      code: 'Math.random()',
      what: 'Math.random',
      instead: 'take the random source that is passed in',
    },
    { code: 'process.env.HOME', what: 'process.env', instead: 'take a setting that is passed in' },
    {
      code: 'const { env } = process',
      what: 'process.env',
      instead: 'take a setting that is passed in',
    },
    { code: "console.log('x')", what: 'console', instead: 'take the log that is passed in' },
    {
      code: "import { env } from 'node:process'",
      what: 'the module process',
      instead: 'take what is needed of it as an argument',
    },
  ].map(({ code, what, instead }) => ({
    code,
    errors: [{ messageId: 'ambient', data: { what, instead } }],
  })),
});
