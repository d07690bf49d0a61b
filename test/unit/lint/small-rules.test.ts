import { fileLength } from '../../../lint/rules/file-length.ts';
import { noDefaultExport } from '../../../lint/rules/no-default-export.ts';
import { noHexOutsideTheme } from '../../../lint/rules/no-hex-outside-theme.ts';
import { noVagueNames } from '../../../lint/rules/no-vague-names.ts';
import { ruleTester } from './rule-tester.ts';

const lines = (count: number) => 'f();\n'.repeat(count);

ruleTester.run('file-length', fileLength, {
  valid: [{ code: lines(400), options: [{ max: 400 }] }],
  invalid: [
    {
      code: lines(401),
      options: [{ max: 400 }],
      errors: [{ messageId: 'long', data: { lines: '401', max: '400' } }],
    },
    { code: `${lines(3)}\n// end`, options: [{ max: 4 }], errors: [{ messageId: 'long' }] },
  ],
});

ruleTester.run('no-default-export', noDefaultExport, {
  valid: ['export const a = 1', "export { a } from './a.ts'", "import a from 'a'"],
  invalid: [
    'export default 1',
    'export default function f() {}',
    'const a = 1; export { a as default }',
    "export { default } from './a.ts'",
  ].map((code) => ({ code, errors: [{ messageId: 'named' }] })),
});

ruleTester.run('no-vague-names', noVagueNames, {
  valid: [
    'shared/rules/planning/calendar.ts',
    'electron/core/features/workspace/people/release-manager.ts',
    'renderer/components/Commonwealth.tsx',
  ].map((filename) => ({ code: '', filename })),
  invalid: [
    ['shared/utils.ts', 'utils.ts'],
    ['shared/utils/dates.ts', 'utils'],
    ['shared/dateUtils.ts', 'dateUtils.ts'],
    ['shared/date-helpers.test.ts', 'date-helpers.test.ts'],
    ['renderer/common/Button.tsx', 'common'],
    ['electron/core/DatabaseManager.ts', 'DatabaseManager.ts'],
  ].map(([filename, name]) => ({
    code: '',
    filename,
    errors: [{ messageId: 'vague', data: { name } }],
  })),
});

ruleTester.run('no-hex-outside-theme', noHexOutsideTheme, {
  valid: [
    "const href = '#/releases/42'",
    "const title = 'Merges #1234 and #77'",
    "const anchor = '#added-rows'",
    "const colour = 'var(--slipway-accent)'",
    'const fill = `rgb(${red} 0 0)`',
    'const node = <p>#fff</p>',
  ].map((code) => ({ code })),
  invalid: [
    ["const a = '#fff'", '#fff'],
    ["const a = '#0F5C5C'", '#0F5C5C'],
    ["const a = '1px solid #ccc'", '#ccc'],
    ['const a = `linear-gradient(${turn}, #11223344 0)`', '#11223344'],
    ["const a = 'rgba(0, 0, 0, .5)'", 'rgba(0'],
    ["const a = 'oklch(0.5 0.1 200)'", 'oklch(0'],
    ["const a = <p color='#123456' />", '#123456'],
  ].map(([code = '', colour]) => ({ code, errors: [{ messageId: 'colour', data: { colour } }] })),
});
