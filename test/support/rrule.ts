import * as library from 'rrule';

type Library = typeof library;

/** Node reads the package as CommonJS, whose names lie under `default`; a bundle has them themselves. */
function loaded(): Library {
  const inside: unknown = Reflect.get(library, 'default');
  return isLibrary(inside) ? inside : library;
}

function isLibrary(value: unknown): value is Library {
  return typeof value === 'object' && value !== null && 'RRule' in value;
}

export const { RRule, RRuleSet } = loaded();
