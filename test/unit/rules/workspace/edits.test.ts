import { describe, expect, it } from 'vitest';
import { contract } from '#shared/contract/index.ts';
import { edits, kindOf, readCommand, stacksOf } from '#shared/rules/workspace/edits.ts';
import type { OwnCommand } from '#shared/rules/workspace/edits.ts';

/** `a:scope.add` is a command with the id a; `u1:edits.undo a` takes it back. */
function stacks(...commands: string[]) {
  const own = commands.map((text): OwnCommand => {
    const [id = '', command = ''] = text.split(':');
    return { id, command };
  });
  const { undo, redo } = stacksOf(own);
  const short = (steps: typeof undo) => steps.map(({ command, last }) => `${command} by ${last}`);
  return { undo: short(undo), redo: short(redo) };
}

describe('What can be undone', () => {
  it('is the newest edit first', () => {
    expect(stacks('a:scope.add', 'b:risks.add')).toEqual({ undo: ['b by b', 'a by a'], redo: [] });
  });

  it('can be done again once it is undone, in the opposite order', () => {
    expect(stacks('a:scope.add', 'b:risks.add', 'u:edits.undo b', 'v:edits.undo a')).toEqual({
      undo: [],
      redo: ['a by v', 'b by u'],
    });
    expect(stacks('a:scope.add', 'u:edits.undo a', 'r:edits.redo a')).toEqual({
      undo: ['a by r'],
      redo: [],
    });
  });

  it('is not done again after a new edit, but after something recorded', () => {
    expect(stacks('a:scope.add', 'u:edits.undo a', 'b:risks.add').redo).toEqual([]);
    const decided = stacks('a:scope.add', 'u:edits.undo a', 'd:approvals.decide');
    expect(decided).toEqual({ undo: ['d by d'], redo: ['a by u'] });
  });

  it('passes over a sync, and takes out of its order what was chosen', () => {
    expect(stacks('a:scope.add', 's:connections.sync').undo).toEqual(['a by a']);
    expect(stacks('a:scope.add', 'b:risks.add', 'u:edits.undo a')).toEqual({
      undo: ['b by b'],
      redo: ['a by u'],
    });
  });

  it('stays as it is where an undo is about a command that is not known here', () => {
    expect(stacks('u:edits.undo x', 'a:scope.add', 'r:edits.redo y')).toEqual({
      undo: ['a by a'],
      redo: [],
    });
  });
});

describe('The list of edits', () => {
  it('names commands of the contract only', () => {
    const commands = Object.entries(contract).filter(([, { kind }]) => kind === 'command');
    const names = commands.map(([name]) => name);
    expect(edits.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('takes a command it does not name for one that is not undone', () => {
    expect(kindOf('approvals.decide')).toBe('recorded');
    expect(kindOf('somethings.new')).toBe('recorded');
    expect(kindOf('edits.undo')).toBe('undo');
  });

  it('reads what an undo is about from the journal', () => {
    expect(readCommand('edits.undo 0190')).toEqual({ name: 'edits.undo', of: '0190' });
    expect(readCommand('scope.add')).toEqual({ name: 'scope.add', of: null });
  });
});
