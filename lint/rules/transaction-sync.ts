import type { Rule } from 'eslint';
import type { CallExpression } from '../node.ts';
import { returnsPromise } from '../returns-promise.ts';

const names = new Set(['transact', 'transaction']);

/**
 * better-sqlite3 commits when the function it was given returns. After an `await` that has already
 * happened, and the rows written behind it belong to no transaction.
 */
export const transactionSync: Rule.RuleModule = {
  meta: {
    type: 'problem',
    docs: { description: 'What runs in a transaction is synchronous' },
    messages: {
      async:
        'A transaction ends when its function returns: gather first, then write synchronously.',
    },
    schema: [],
  },
  create(context) {
    return {
      CallExpression: (node) => {
        if (!names.has(calledName(node))) return;
        for (const argument of node.arguments) {
          if (isAsyncFunction(argument) || returnsPromise(context.sourceCode, argument)) {
            context.report({ node: argument, messageId: 'async' });
          }
        }
      },
    };
  },
};

function calledName({ callee }: CallExpression): string {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type !== 'MemberExpression') return '';
  return callee.property.type === 'Identifier' ? callee.property.name : '';
}

function isAsyncFunction(node: CallExpression['arguments'][number]): boolean {
  const isFunction = node.type === 'ArrowFunctionExpression' || node.type === 'FunctionExpression';
  return isFunction && (node.async === true || node.generator === true);
}
