import { describe, expect, it } from 'vitest';
import {
  mappedEnvironment,
  suggestedEnvironment,
} from '#shared/rules/delivery/environment-mapping.ts';

const ours = [
  { id: 'p', name: 'Production' },
  { id: 's', name: 'Größe' },
  { id: 'a', name: 'test' },
  { id: 'b', name: 'Test ' },
];

describe('the environment a provider’s name stands for', () => {
  it.each([
    ['production', 'p'],
    [' PRODUCTION ', 'p'],
    ['Gro\u0308ße', 's'],
    ['prod', null],
    ['', null],
    // Two are called so: a person has to say.
    ['test', null],
  ])('is suggested for “%s” as %s', (name, expected) => {
    expect(suggestedEnvironment(name, ours)).toBe(expected);
  });

  it('is the one its exact name is mapped to', () => {
    const mapping = [{ name: 'prod', environmentId: 'p' }];
    expect(mappedEnvironment('prod', mapping)).toBe('p');
    expect(mappedEnvironment('Prod', mapping)).toBeNull();
    expect(mappedEnvironment(null, mapping)).toBeNull();
  });
});
