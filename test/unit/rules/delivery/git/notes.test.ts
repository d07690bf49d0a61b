import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FoundChange } from '#shared/model/delivery/git.ts';
import { asText, releaseNotes } from '#shared/rules/delivery/git/notes.ts';
import {
  candidatesOf,
  nameProblem,
  similarNames,
  suggestRange,
} from '#shared/rules/delivery/git/ref-name.ts';

const at = '2026-11-02T09:00:00.000Z';
let made = 0;
const change = (title: string, more: Partial<FoundChange> = {}): FoundChange => ({
  ...{ commit: String((made += 1)).padStart(40, 'a'), title, tickets: [], pull: '' },
  ...{ landed: 'commit', commits: 1, authoredAt: at, committedAt: at, firstCommitAt: at },
  ...{ type: '', part: '', kind: 'improvement', housekeeping: false, breaking: false },
  ...more,
});
const row = (...changes: FoundChange[]) => ({ changes });
const head = { title: 'Payments 4.2', from: 'v4.1.0', to: 'v4.2.0' };

describe('release notes', () => {
  it('group the changes in the words of their commits, with where they come from', () => {
    const notes = releaseNotes(
      [
        row(change('Count once', { kind: 'fix', tickets: ['PAY-2'], commit: 'b'.repeat(40) })),
        row(
          change('Open the till', {
            kind: 'feature',
            part: 'api',
            pull: '#12',
            commit: 'c'.repeat(40),
          }),
        ),
        row(change('Drop v1', { kind: 'feature', breaking: true, commit: 'd'.repeat(40) })),
        row(change('Read once', { commit: 'e'.repeat(40) })),
        row(change('How to read', { housekeeping: true, commit: 'f'.repeat(40) })),
      ],
      head,
    );
    expect(notes).toBe(`# Payments 4.2

From v4.1.0 to v4.2.0.

## Breaking changes

- Drop v1 (dddddddddddd)

## Features

- **api:** Open the till (#12, cccccccccccc)

## Fixes

- Count once (PAY-2, bbbbbbbbbbbb)

## Improvements

- Read once (eeeeeeeeeeee)

## Housekeeping

- How to read (ffffffffffff)
`);
  });

  it('tell a change of two tickets once, and say so where there is nothing', () => {
    const both = change('Both', { tickets: ['PAY-1', 'PAY-2'] });
    expect(releaseNotes([row(both), row(both)], head).match(/Both/g)).toHaveLength(1);
    const empty = releaseNotes([], { ...head, from: null });
    expect(empty).toContain('Everything up to v4.2.0.\n\nNo changes are listed.');
  });

  it('never hold HTML, a link or a line of their own, whatever a commit says', () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '<script>',
        '</b>',
        '&lt;',
        '![x](y)',
        '[x](javascript:1)',
        '# x',
        '- x',
        '1. x',
        '\n\n---\n',
        '`x`',
      ),
    );
    fc.assert(
      fc.property(fc.array(words), words, (parts, part) => {
        const notes = releaseNotes([row(change(parts.join(' '), { part }))], {
          ...head,
          title: part,
        });
        const lines = notes.trimEnd().split('\n');
        expect(lines).toHaveLength(7);
        // Without what is escaped nothing is left that means something.
        expect(notes.replace(/\\[^\n]/g, '')).not.toMatch(/[<>[\]`&]/);
      }),
      { numRuns: 500 },
    );
  });

  it('write text so that Markdown shows it as it was', () => {
    expect(asText('1. a_b *c* <i>')).toBe('1\\. a\\_b \\*c\\* \\<i\\>');
    expect(asText('- item')).toBe('\\- item');
    expect(asText('#12 of C# (see x)')).toBe('\\#12 of C# (see x)');
    expect(asText('\u202Eturned\u202C')).toBe('turned');
  });
});

describe('the name of an end', () => {
  it('is looked up as a tag, a branch or an id, and never as more', () => {
    expect(candidatesOf('v1').map(({ ref }) => ref)).toEqual([
      ...['refs/tags/v1', 'refs/heads/v1', 'refs/remotes/v1'],
    ]);
    expect(candidatesOf('ABCDEF1').at(-1)?.ref).toBe('abcdef1');
    for (const name of ['v1.0', 'release/ü-1', 'HEAD', 'a'.repeat(40)])
      expect(nameProblem(name)).toBeNull();
    for (const name of [
      '',
      '-x',
      '--all',
      'a..b',
      'a b',
      'a~1',
      'a^',
      'a:b',
      'a\nb',
      'x'.repeat(251),
    ]) {
      expect(nameProblem(name)).not.toBeNull();
    }
  });

  it('is held against those that are like it', () => {
    const names = ['v2.0.0', 'v1.10.0', 'v1.9.0', 'nightly'];
    expect(similarNames('1.9.0', names)[0]).toBe('v1.9.0');
    expect(similarNames('v1.9.1', names)).toEqual(['v1.9.0', 'v1.10.0']);
    expect(similarNames('other', names)).toEqual([]);
  });

  it('is proposed from the last tag to what is checked out', () => {
    const tag = (name: string, digit: string) => ({ name, commit: digit.repeat(40), at: null });
    const headAt = { branch: 'main', commit: 'f'.repeat(40) };
    expect(suggestRange(null, [])).toBeNull();
    expect(suggestRange(headAt, [])).toEqual({ from: null, to: 'main' });
    expect(suggestRange(headAt, [tag('v2', 'e'), tag('v1', 'd')])).toEqual({
      from: 'v2',
      to: 'main',
    });
    expect(suggestRange(headAt, [tag('v2', 'f'), tag('v1', 'd')])).toEqual({
      from: 'v1',
      to: 'v2',
    });
  });
});
