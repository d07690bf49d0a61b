import type { Rule } from 'eslint';

/** A named export has one name everywhere, so that a search finds every use. */
export const noDefaultExport: Rule.RuleModule = {
  meta: {
    type: 'problem',
    docs: { description: 'Named exports only' },
    messages: { named: 'Export this by name: one name everywhere, found by every search.' },
    schema: [],
  },
  create(context) {
    return {
      ExportDefaultDeclaration: (node) => context.report({ node, messageId: 'named' }),
      ExportSpecifier: (node) => {
        const name = node.exported.type === 'Identifier' ? node.exported.name : node.exported.value;
        if (name === 'default') context.report({ node, messageId: 'named' });
      },
    };
  },
};
