import { describe, expect, it } from 'vitest';
import { commandInWords } from '#shared/rules/workspace/change-words.ts';
import { editInWords, recordedInWords } from '#shared/rules/workspace/edit-words.ts';
import type { NamedChange } from '#shared/rules/workspace/edit-words.ts';
import { edits } from '#shared/rules/workspace/edits.ts';

const base: NamedChange = {
  entity: 'scope_item',
  entityId: 'a',
  op: 'update',
  fields: {},
  label: 'PAY-914',
  release: 'Payments 4.2',
};
const changed = (...fields: string[]) =>
  Object.fromEntries(fields.map((field) => [field, ['old', 'new'] as const]));

describe('An edit in words', () => {
  it.each<[string, string, Partial<NamedChange>]>([
    ['changed the title of PAY-914', 'scope.update', { fields: changed('title') }],
    [
      'changed the title and the note of PAY-914',
      'scope.update',
      { fields: changed('title', 'note') },
    ],
    ['changed 3 fields of PAY-914', 'scope.update', { fields: changed('title', 'note', 'kind') }],
    ['added the scope item PAY-914', 'scope.add', { op: 'insert' }],
    [
      'removed the risk “Queues”',
      'risks.remove',
      { op: 'delete', entity: 'risk', label: '“Queues”' },
    ],
    [
      'changed the steps of the rollback plan of Payments 4.2',
      'rollback.save',
      { entity: 'rollback_plan', fields: changed('steps') },
    ],
    [
      'marked “Tell support” as not applicable',
      'checklists.setItem',
      {
        entity: 'checklist_item',
        label: '“Tell support”',
        fields: { state: ['open', 'not-applicable'], reason: ['', 'x'], setAt: [null, 1] },
      },
    ],
    ['created Payments 4.2', 'releases.create', { op: 'insert', entity: 'release' }],
  ])('reads “%s”', (words, name, change) => {
    expect(editInWords(name, [{ ...base, ...change }])).toBe(words);
  });

  it('of several things counts them, and leaves out gates a rule changed along', () => {
    const component = { ...base, entity: 'component' };
    const gate = { ...base, entity: 'gate' };
    const name = 'releases.update';
    expect(editInWords(name, [component, component, gate])).toBe(
      'changed 2 components of Payments 4.2',
    );
    const deployment: NamedChange = { ...base, entity: 'deployment', op: 'insert' };
    expect(editInWords(name, [component, deployment])).toBe(
      'changed a component and a deployment of Payments 4.2',
    );
    const role = { ...base, entity: 'release_role' };
    expect(editInWords(name, [component, deployment, role])).toBe(
      'changed the release Payments 4.2',
    );
    expect(
      editInWords('scope.paste', [
        { ...base, op: 'insert' },
        { ...base, op: 'insert' },
      ]),
    ).toBe('added 2 scope items of Payments 4.2');
  });

  it('has words for every command that can be undone', () => {
    expect(edits.filter((name) => commandInWords(name) === name)).toEqual([]);
  });
});

describe('What is in the way of undo', () => {
  it('says what it was and the way out', () => {
    expect(recordedInWords('approvals.decide')).toBe(
      'The last thing you did here cannot be undone: you recorded a decision. A decision is withdrawn, never undone: withdraw it at its gate, with a reason.',
    );
    expect(recordedInWords('somethings.new')).toContain('you somethings.new');
  });
});
