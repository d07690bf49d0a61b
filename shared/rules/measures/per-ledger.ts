import type { Ledger } from './ledger.ts';

/** What several measures need of the same rows is reckoned once, and forgotten with its ledger. */
export function perLedger<T>(make: (ledger: Ledger) => T): (ledger: Ledger) => T {
  const made = new WeakMap<Ledger, { value: T }>();
  return (ledger) => {
    const known = made.get(ledger) ?? { value: make(ledger) };
    made.set(ledger, known);
    return known.value;
  };
}
