import { describe, expect, it } from 'vitest';
import { mappedService, suggestedService } from '#shared/rules/delivery/service-mapping.ts';

const ours = [
  { id: 'p', name: 'payments-api' },
  { id: 'w', name: 'Web shop' },
  { id: 'a', name: 'search' },
  { id: 'b', name: 'Search' },
];

describe('the service a provider’s name stands for', () => {
  it.each([
    ['payments-api', 'p'],
    ['Payments API', 'p'],
    ['acme/payments-api', 'p'],
    ['Shop\\payments_api', 'p'],
    ['registry.example.com:5000/shop/web-shop', 'w'],
    ['payments', null],
    ['', null],
    ['acme/', null],
    // Two are called so: a person has to say.
    ['acme/search', null],
  ])('is suggested for “%s” as %s', (name, expected) => {
    expect(suggestedService(name, ours)).toBe(expected);
  });

  it('is the one its exact name is mapped to', () => {
    const mapping = [{ name: 'acme/shop', serviceId: 'p' }];
    expect(mappedService('acme/shop', mapping)).toBe('p');
    expect(mappedService('acme/Shop', mapping)).toBeNull();
  });
});
