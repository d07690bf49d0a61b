import { describe, expect, it } from 'vitest';
import { clockText } from '../../../renderer/components/form/clock-text.ts';
import { initials } from '../../../renderer/components/initials.ts';
import { matchScore } from '../../../renderer/components/palette/match.ts';
import { rankCommands } from '../../../renderer/components/palette/rank.ts';
import type { PaletteCommand } from '../../../renderer/components/palette/CommandPalette.tsx';

describe('initials', () => {
  it.each([
    ['Mara Okafor', 'MO'],
    ['Żaneta Maria O’Neil', 'ŻO'],
    ['madonna', 'M'],
    ['يوسف الحداد', 'يا'],
    ['山田 太郎', '山太'],
    ['José', 'J'],
    ['  ', '?'],
    ['(contractor) Jon', 'CJ'],
  ])('of %s are %s', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});

describe('clockText', () => {
  it.each([
    ['9:30', '09:30'],
    ['0930', '09:30'],
    ['22', '22:00'],
    ['22.15', '22:15'],
    [' 7h05 ', '07:05'],
    ['24:00', null],
    ['12:60', null],
    ['noon', null],
    ['', null],
  ])('reads %s as %s', (typed, time) => {
    expect(clockText(typed)).toBe(time);
  });
});

describe('matchScore', () => {
  it('prefers the beginning, then the beginning of a word, then the middle, then scattered letters', () => {
    const scores = ['payments 4.2', 'new payments', 'repayments', 'plan a yearly move'].map(
      (text) => matchScore('pay', text),
    );
    expect(scores).toEqual(scores.toSorted((a, b) => Number(a) - Number(b)));
    expect(scores).not.toContain(null);
  });

  it('finds a name without its accents and capitals', () => {
    expect(matchScore('tomas', 'Tomás Rey')).not.toBeNull();
  });

  it('asks for every word', () => {
    expect(matchScore('pay zebra', 'Payments 4.2')).toBeNull();
  });
});

describe('rankCommands', () => {
  const command = (
    id: string,
    group: string,
    label: string,
    rest: Partial<PaletteCommand> = {},
  ) => ({
    id,
    group,
    label,
    run: () => undefined,
    ...rest,
  });
  const commands = [
    command('a', 'Go to', 'Settings', { also: 'theme dark' }),
    command('b', 'Releases', 'Payments 4.2'),
    command('c', 'Go to', 'Pipelines'),
  ];
  const ids = (query: string) => rankCommands(commands, query).map(({ id }) => id);

  it('keeps groups together in the order they came when nothing is typed', () => {
    expect(ids('')).toEqual(['a', 'c', 'b']);
  });

  it('finds a command by words that are not in its label', () => {
    expect(ids('dark')[0]).toBe('a');
  });

  it('keeps what a search found, behind what is called so and before what fits loosely', () => {
    const found = [command('x', 'Scope', 'PAY-9 Zoo'), command('y', 'Risks', 'Aardvark')];
    const all = (query: string) => rankCommands(commands, query, found).map(({ id }) => id);
    expect(all('payments')).toEqual(['b', 'x', 'y']);
    expect(all('dark')).toEqual(['x', 'y', 'a']);
  });
});
