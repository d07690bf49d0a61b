import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern } from '#shared/rules/planning/versions/version-matcher.ts';
import { parsePattern } from '#shared/rules/planning/versions/version-pattern.ts';

function matcher(pattern: string): (text: string) => boolean {
  const parsed = parsePattern(pattern);
  if (!parsed.ok) throw new Error(parsed.message);
  const matches = compilePattern(parsed.root);
  if (!matches) throw new Error('too large');
  return matches;
}

describe('the pattern matcher', () => {
  it.each([
    ['\\d+(\\.\\d+){2}(-rc\\d+)?', ['4.2.0', '4.2.0-rc1'], ['4.2', '4.2.0-rc', '4.2.0.1']],
    ['[0-9a-f]{7,}', ['9f2c1ab', '9f2c1ab0'], ['9f2c1a', '9f2c1ag']],
    ['(?:hot|bug)fix-\\w{2,3}', ['hotfix-ab', 'bugfix-abc'], ['fix-ab', 'hotfix-a']],
    ['(?<year>\\d{4})-Q[1-4]', ['2026-Q4'], ['2026-Q5']],
    ['^v\\d$', ['v1'], ['1', '^v1$']],
    ['a\\$', ['a$'], ['a']],
    ['\\x41\\u0042[\\]x]', ['AB]', 'ABx'], ['AB']],
    ['(|a)b', ['b', 'ab'], ['aab']],
    ['a{0}b', ['b'], ['ab']],
    ['(a*)*b', ['b', 'aab'], ['a']],
  ])('%s takes %j and refuses %j', (pattern, taken, refused) => {
    const matches = matcher(pattern);
    for (const text of taken) expect(matches(text), text).toBe(true);
    for (const text of refused) expect(matches(text), text).toBe(false);
  });

  it('agrees with the engine on small patterns of all kinds', () => {
    const leaf = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '\\w', '\\.', '1');
    const patternOf = (atom: fc.Arbitrary<string>) => {
      const times = fc.constantFrom('', '', '', '*', '+', '?', '{2}', '{1,}', '{0,2}', '+?');
      const piece = fc.tuple(atom, times).map((parts) => parts.join(''));
      const sequence = fc.array(piece, { maxLength: 3 }).map((pieces) => pieces.join(''));
      return fc.array(sequence, { minLength: 1, maxLength: 2 }).map((all) => all.join('|'));
    };
    const group = (inner: fc.Arbitrary<string>) =>
      fc.tuple(fc.constantFrom('(', '(?:'), inner).map(([open, text]) => `${open}${text})`);
    // Two levels of groups on five signs: enough for every construct, and the engine keeps up.
    const nested = fc.oneof(leaf, group(patternOf(leaf)));
    const pattern = patternOf(fc.oneof(leaf, group(patternOf(nested))));
    const texts = fc.array(fc.constantFrom('a', 'b', '1', '.', '-'), { maxLength: 5 });
    fc.assert(
      fc.property(pattern, fc.array(texts, { minLength: 4, maxLength: 8 }), (source, all) => {
        const matches = matcher(source);
        for (const text of all.map((signs) => signs.join(''))) {
          expect(matches(text), `${source} on ${text}`).toBe(
            new RegExp(`^(?:${source})$`).test(text),
          );
        }
      }),
      { numRuns: 400 },
    );
  });
});
