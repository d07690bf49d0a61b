import tseslint from 'typescript-eslint';
import { RuleTester } from 'eslint';
import { transactionSync } from '../../../lint/rules/transaction-sync.ts';
import { ruleTester } from './rule-tester.ts';

const errors = [{ messageId: 'async' }];

ruleTester.run('transaction-sync', transactionSync, {
  valid: [
    'transact(db, () => { save(); })',
    'transact(db, change)',
    'async function f() { const rows = await gather(); transact(db, () => save(rows)); }',
    'later(async () => { await wait(); })',
  ],
  invalid: [
    { code: 'transact(db, async () => { await save(); })', errors },
    { code: 'db.transaction(async function () {})', errors },
    { code: 'context.transact(async (tx) => tx)', errors },
    { code: 'transact(db, function* () { yield 1; })', errors },
  ],
});

/** With types the rule also sees a promise behind a function without the word async. */
const typed = new RuleTester({
  languageOptions: {
    parser: tseslint.parser,
    parserOptions: {
      projectService: { allowDefaultProject: ['*.ts'] },
      tsconfigRootDir: import.meta.dirname,
    },
  },
});

const declarations = `
  declare function transact(body: () => unknown): void;
  declare function later(): Promise<void>;
  declare function now(): void;
`;

typed.run('transaction-sync with types', transactionSync, {
  valid: [`${declarations} transact(() => now());`, `${declarations} transact(now);`],
  invalid: [`${declarations} transact(() => later());`, `${declarations} transact(later);`].map(
    (code) => ({ code, filename: `${import.meta.dirname}/sample.ts`, errors }),
  ),
});
