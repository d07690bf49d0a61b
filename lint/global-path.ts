import type { Scope } from 'eslint';
import type { MemberExpression, Node } from './node.ts';

const globalObjects = new Set(['globalThis', 'window', 'self', 'global']);

/** Comes from a package as well as from the engine; both read the machine's clock. */
const alwaysGlobal = new Set(['Temporal']);

/**
 * The name of what an expression reaches in the global scope, `Date.now` for `Date.now`,
 * `globalThis.Date['now']` and `window.Date.now`; null when it reaches something of the file's own.
 */
export function globalPath(node: Node, scope: Scope.Scope): string | null {
  if (node.type === 'Identifier') return isGlobal(node.name, node, scope) ? node.name : null;
  if (node.type !== 'MemberExpression') return null;
  const name = memberName(node);
  const base = name === null ? null : globalPath(node.object, scope);
  if (base === null || name === null) return null;
  return globalObjects.has(base) ? name : `${base}.${name}`;
}

function memberName({ property, computed }: MemberExpression): string | null {
  if (!computed) return property.type === 'Identifier' ? property.name : null;
  const isText = property.type === 'Literal' && typeof property.value === 'string';
  return isText ? `${property.value}` : null;
}

/** A reference to a variable nothing in the file declares; property keys are no references. */
function isGlobal(name: string, node: Node, scope: Scope.Scope): boolean {
  for (let at: Scope.Scope | null = scope; at !== null; at = at.upper) {
    const reference = at.references.find(({ identifier }) => identifier === node);
    if (reference === undefined) continue;
    const declared = (reference.resolved?.defs.length ?? 0) > 0;
    return !declared || alwaysGlobal.has(name);
  }
  return false;
}
