import { describe, expect, it } from 'vitest';
import { entityWord, fieldWord, valueText } from '#core/reports/dossier/changes.ts';
import { someFacts } from './some-facts.ts';

describe('a journaled change in a dossier', () => {
  it.each([
    ['durationMinutes', 'duration minutes'],
    ['ownerId', 'owner'],
    ['startAt', 'start'],
    ['roleKey', 'role'],
    ['title', 'title'],
  ])('calls the field %s “%s”', (field, word) => {
    expect(fieldWord(field)).toBe(word);
  });

  it('calls things by the words people use, and unknown ones by their own name', () => {
    expect(entityWord('scope_item')).toBe('scope item');
    expect(entityWord('runbook_step')).toBe('runbook step');
  });

  it.each([
    ['ownerId', someFacts.release.ownerId, 'Mara Okafor'],
    ['serviceId', '0190a0a0-0000-7000-8000-0000000000a1', 'payments-api'],
    ['environmentId', '0190a0a0-0000-7000-8000-0000000000b1', 'prod-eu'],
    ['roleKey', 'qa-lead', 'QA lead'],
    ['startAt', Date.parse('2026-07-01T21:00:00Z'), 'Wed 1 Jul 2026 22:00 London'],
    ['durationMinutes', 90, '90'],
    ['dataMigration', true, 'yes'],
    ['roles', ['qa-lead', 'operations'], '["qa-lead","operations"]'],
    ['ownerId', 'somebody from elsewhere', 'somebody from elsewhere'],
  ])('shows the value of %s as people read it', (field, value, expected) => {
    expect(valueText(field, value, someFacts)).toBe(expected);
  });

  it('cuts what is too long to read in a table, at a whole character', () => {
    const shown = valueText('steps', `${'x'.repeat(399)}🚢 and more`, someFacts);
    expect(shown).toMatch(/…$/);
    expect(shown.isWellFormed()).toBe(true);
  });
});
