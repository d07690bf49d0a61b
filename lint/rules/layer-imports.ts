import type { Rule } from 'eslint';
import { importProblem, unknownPlace } from '../import-problem.ts';
import { layerOf } from '../layers.ts';
import { repositoryPath } from '../repository-path.ts';

/** Every import is looked up in the table of lint/layers.ts; what is not in it is refused. */
export const layerImports: Rule.RuleModule = {
  meta: {
    type: 'problem',
    docs: { description: 'Imports follow the table of layers' },
    messages: { refused: '{{problem}}' },
    schema: [],
  },
  create(context) {
    const file = repositoryPath(context);

    function check(node: Rule.Node, source: unknown, typeOnly: boolean): void {
      const specifier = literalText(source);
      if (specifier === null) return;
      const problem = importProblem(file, specifier, typeOnly);
      if (problem !== null) context.report({ node, messageId: 'refused', data: { problem } });
    }

    if (layerOf(file) === undefined) {
      return {
        Program: (node) => {
          const problem = unknownPlace(file);
          context.report({ node, messageId: 'refused', data: { problem } });
        },
      };
    }
    return {
      ImportDeclaration: (node) => check(node, node.source, hasTypeKind(node, 'importKind')),
      ExportAllDeclaration: (node) => check(node, node.source, hasTypeKind(node, 'exportKind')),
      ExportNamedDeclaration: (node) => check(node, node.source, hasTypeKind(node, 'exportKind')),
      ImportExpression: (node) => check(node, node.source, false),
      // import('./x.ts').Name in a type
      TSImportType: (node: Rule.Node) => check(node, property(node, 'source'), true),
      CallExpression: (node) => {
        const isRequire = node.callee.type === 'Identifier' && node.callee.name === 'require';
        if (isRequire) check(node, node.arguments[0], false);
      },
    };
  },
};

function hasTypeKind(node: object, key: 'importKind' | 'exportKind'): boolean {
  return property(node, key) === 'type';
}

function literalText(node: unknown): string | null {
  if (typeof node !== 'object' || node === null) return null;
  const value = property(node, 'value');
  return typeof value === 'string' ? value : null;
}

/** The parser for TypeScript adds fields the ESTree types do not know. */
function property(node: object, key: string): unknown {
  return key in node ? Reflect.get(node, key) : undefined;
}
