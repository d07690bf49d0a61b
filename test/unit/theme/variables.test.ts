import { readFileSync } from 'node:fs';
import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  colourVariables,
  densityVariables,
  sizeVariables,
} from '../../../renderer/app/theme/css-variables.ts';
import { densities, textSizes } from '../../../renderer/app/theme/tokens.ts';

const sheets = globSync('renderer/**/*.css').map((path) => ({
  path,
  css: readFileSync(path, 'utf8'),
}));
const sources = globSync('renderer/**/*.{ts,tsx}').map((path) => ({
  path,
  css: readFileSync(path, 'utf8'),
}));

const known = new Set(
  Object.keys({ ...colourVariables('light'), ...sizeVariables(), ...densityVariables('compact') }),
);

function unknownVariables(css: string): string[] {
  const used = [...css.matchAll(/var\((--sl-[a-z0-9-]+)[,)]/g)].map((match) => match[1] ?? '');
  return used.filter((name) => !known.has(name));
}

describe('variables', () => {
  it('finds a name that stands nowhere', () => {
    expect(unknownVariables('color: var(--sl-inc)')).toEqual(['--sl-inc']);
  });

  it.each([...sheets, ...sources])('$path uses only variables that exist', ({ css }) => {
    expect(unknownVariables(css)).toEqual([]);
  });

  it('are the same set in both schemes', () => {
    expect(Object.keys(colourVariables('dark'))).toEqual(Object.keys(colourVariables('light')));
  });

  it('keep rows at 36 and 28 pixels', () => {
    expect(densities.map((density) => densityVariables(density)['--sl-row'])).toEqual([
      '36px',
      '28px',
    ]);
  });
});

describe('style sheets', () => {
  it.each(sheets)('$path has no colour of its own', ({ css }) => {
    expect(css.match(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\(/gi)).toBeNull();
  });

  it.each(sheets)('$path writes no text smaller than 12 pixels', ({ css }) => {
    const sizes = [...css.matchAll(/font(?:-size)?:[^;]*?(\d+)px/g)].map((match) =>
      Number(match[1]),
    );
    expect(sizes.filter((size) => size < Math.min(...Object.values(textSizes)))).toEqual([]);
  });
});
