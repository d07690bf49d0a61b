import type { Rule, Scope } from 'eslint';
import { globalPath } from '../global-path.ts';

/** What reaches out of a call, and how the code gets it instead. */
const ambient = new Map([
  ['Date.now', 'take the clock that is passed in'],
  ['Math.random', 'take the random source that is passed in'],
  ['Temporal.Now', 'take the clock that is passed in'],
  ['performance', 'take the clock that is passed in'],
  ['process.env', 'take a setting that is passed in'],
  ['console', 'take the log that is passed in'],
]);

const ambientModules = new Set(['process', 'perf_hooks', 'console']);

/** Clock, randomness, environment and console are wired in the entry files and passed on. */
export const noWallClock: Rule.RuleModule = {
  meta: {
    type: 'problem',
    docs: { description: 'Clock, randomness, environment and console come from the wiring' },
    messages: { ambient: '{{what}} belongs to the wiring: {{instead}}.' },
    schema: [],
  },
  create(context) {
    const { sourceCode } = context;
    const scopeOf = (node: Rule.Node): Scope.Scope => sourceCode.getScope(node);

    function report(node: Rule.Node, what: string, instead: string): void {
      context.report({ node, messageId: 'ambient', data: { what, instead } });
    }

    function checkPath(node: Rule.Node, path: string | null): void {
      const instead = path === null ? undefined : ambient.get(path);
      if (path !== null && instead !== undefined) report(node, path, instead);
    }

    return {
      Identifier: (node) => checkPath(node, globalPath(node, scopeOf(node))),
      MemberExpression: (node) => checkPath(node, globalPath(node, scopeOf(node))),
      // const { env } = process
      VariableDeclarator: (node) => {
        if (node.id.type !== 'ObjectPattern' || !node.init) return;
        const path = globalPath(node.init, scopeOf(node));
        if (path === null) return;
        for (const taken of node.id.properties) {
          if (taken.type !== 'Property' || taken.key.type !== 'Identifier') continue;
          checkPath(node, `${path}.${taken.key.name}`);
        }
      },
      NewExpression: (node) => {
        if (node.arguments.length > 0) return;
        if (globalPath(node.callee, scopeOf(node)) !== 'Date') return;
        report(node, 'new Date() without a time', 'take the clock that is passed in');
      },
      CallExpression: (node) => {
        if (globalPath(node.callee, scopeOf(node)) !== 'Date') return;
        report(node, 'Date()', 'take the clock that is passed in');
      },
      ImportDeclaration: (node) => {
        const name = `${node.source.value}`.replace(/^node:/, '');
        if (!ambientModules.has(name)) return;
        report(node, `the module ${name}`, 'take what is needed of it as an argument');
      },
    };
  },
};
