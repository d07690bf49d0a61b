import { describe, expect, it } from 'vitest';
import { Refusal } from '#shared/model/refusal.ts';
import { setItem } from '#shared/rules/governance/checklists.ts';
import type { ItemContent } from '#shared/rules/governance/checklists.ts';

const open: ItemContent = { state: 'open', text: 'Notes are written', evidence: '', reason: '' };
const done: ItemContent = { ...open, state: 'done', evidence: 'notes.md' };
const exempt: ItemContent = { ...open, state: 'not-applicable', reason: 'Internal only' };

describe('a checklist item', () => {
  it('is done with or without evidence', () => {
    expect(setItem(open, { state: 'done' })).toEqual({ ...open, state: 'done' });
    expect(setItem(open, { state: 'done', evidence: ' notes.md ' })).toEqual(done);
  });

  it('is not applicable only with a reason', () => {
    expect(setItem(open, { state: 'not-applicable', reason: 'Internal only' })).toEqual(exempt);
    for (const reason of [undefined, '', '  ']) {
      expect(() => setItem(open, { state: 'not-applicable', reason })).toThrow(Refusal);
      expect(() => setItem(open, { state: 'not-applicable', reason })).toThrow('Say why');
    }
  });

  it('keeps its reason while it stays not applicable, and cannot lose it', () => {
    expect(setItem(exempt, { text: 'Release notes' })).toEqual({
      ...exempt,
      text: 'Release notes',
    });
    expect(() => setItem(exempt, { reason: '' })).toThrow(Refusal);
  });

  it('gives up its reason when it is done or open again', () => {
    expect(setItem(exempt, { state: 'done' })).toEqual({ ...exempt, state: 'done', reason: '' });
    expect(setItem(exempt, { state: 'open' })).toEqual({ ...exempt, state: 'open', reason: '' });
  });

  it('gives up its evidence when it does not apply after all, but not when it is opened again', () => {
    expect(setItem(done, { state: 'not-applicable', reason: 'Internal only' }).evidence).toBe('');
    expect(setItem(done, { state: 'open' }).evidence).toBe('notes.md');
  });

  it('refuses text its state has no place for', () => {
    expect(() => setItem(open, { state: 'done', reason: 'Because' })).toThrow('Mark it as not');
    expect(() => setItem(open, { reason: 'Because' })).toThrow(Refusal);
    expect(() => setItem(exempt, { evidence: 'notes.md' })).toThrow('mark it as done');
    expect(setItem(open, { state: 'done', reason: ' ' }).state).toBe('done');
  });

  it('changes its text without changing its state', () => {
    expect(setItem(done, { text: 'Release notes' })).toEqual({ ...done, text: 'Release notes' });
  });
});
