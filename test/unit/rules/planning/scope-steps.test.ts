import { describe, expect, it } from 'vitest';
import type { Phase } from '#shared/model/planning/releases.ts';
import type { ScopeStatus } from '#shared/model/planning/scope.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { checkDrop, checkMove } from '#shared/rules/planning/scope-steps.ts';

function item(status: ScopeStatus = 'open', dropReason = '') {
  return { ticket: 'PAY-914', title: 'Store card aliases', status, dropReason };
}

function release(id: string, phase: Phase = 'build') {
  return { id, name: `Payments ${id}`, phase };
}

function refusalOf(act: () => void): Refusal {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('It was expected to be refused');
}

describe('dropping an item', () => {
  it('goes for anything that is in the scope', () => {
    for (const status of ['open', 'in-progress', 'done'] as const) checkDrop(item(status));
  });

  it('is refused for one that was dropped, with the reason it has', () => {
    const refusal = refusalOf(() => checkDrop(item('dropped', 'No budget before spring')));
    expect(refusal.code).toBe('conflict');
    expect(refusal.message).toContain('PAY-914 was dropped already: “No budget before spring”');
    expect(refusal.message).toContain('Take it up again first');
  });

  it('names an item without a ticket by its title, and cuts an endless reason', () => {
    const long = { ...item('dropped', 'x'.repeat(2000)), ticket: '' };
    const { message } = refusalOf(() => checkDrop(long));
    expect(message).toContain('“Store card aliases” was dropped');
    expect(message.length).toBeLessThan(400);
  });
});

describe('moving an item', () => {
  it('goes from one open release to another', () => {
    checkMove(item('done'), release('4.2'), release('4.3', 'planning'));
  });

  it.each([
    ['to where it is', item(), release('4.2'), release('4.2'), 'is in Payments 4.2 already'],
    [
      'out of a closed release',
      item(),
      release('4.1', 'closed'),
      release('4.2'),
      'Payments 4.1 is closed',
    ],
    [
      'into a closed release',
      item(),
      release('4.2'),
      release('4.1', 'closed'),
      'nothing can be moved into it',
    ],
    [
      'when it was dropped',
      item('dropped', 'Late'),
      release('4.2'),
      release('4.3'),
      'Take it up again first',
    ],
  ])('is refused %s', (_, which, from, to, why) => {
    expect(refusalOf(() => checkMove(which, from, to)).message).toContain(why);
  });
});
