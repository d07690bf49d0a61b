import type { SourceCode } from 'eslint';
import type ts from 'typescript';
import type { Node } from './node.ts';

/**
 * Whether an expression is a function whose type says that it returns a promise. False where the
 * file was parsed without types.
 */
export function returnsPromise(sourceCode: SourceCode, node: Node): boolean {
  const type = typeOf(sourceCode, node);
  return type?.getCallSignatures().some((call) => isThenable(call.getReturnType())) ?? false;
}

function isThenable(type: ts.Type): boolean {
  const parts = type.isUnion() ? type.types : [type];
  return parts.some((part) => part.getProperty('then') !== undefined);
}

function typeOf(sourceCode: SourceCode, node: Node): ts.Type | null {
  const ask: unknown = Reflect.get(sourceCode.parserServices, 'getTypeAtLocation');
  return isTypeLookup(ask) ? ask(node) : null;
}

/** ESLint knows nothing about its parsers' services; typescript-eslint's has this one with types. */
function isTypeLookup(ask: unknown): ask is (node: Node) => ts.Type {
  return typeof ask === 'function';
}
