import type { TableRelease } from '#shared/model/planning/release-table.ts';

/** A row of the releases table, unless overridden one of Mara's, ahead and of low risk. */
export function aRow(overrides: Partial<TableRelease> = {}): TableRelease {
  return {
    id: '0190a0a0-0000-7000-8000-000000000001',
    number: 1,
    name: 'Payments 4.2',
    type: 'minor',
    phase: 'planning',
    outcome: null,
    onHold: false,
    ownerId: 'mara',
    start: Date.parse('2026-12-01T22:00:00.000Z'),
    zone: 'Europe/London',
    parent: null,
    train: null,
    risk: { score: 4, band: 'low' },
    services: [{ serviceId: 'payments', version: '4.2.0' }],
    ...overrides,
  };
}

export const rowNames = {
  person: (id: string) => ({ mara: 'Mara Okafor', jon: 'Jon Bell' })[id] ?? 'Unknown person',
  service: (id: string) => ({ payments: 'payments-api', ledger: 'ledger' })[id] ?? 'Unknown',
};
