import type { SourceCode } from 'eslint';

/** Any node of a syntax tree, by ESLint's own types: the package they come from is not ours. */
export type Node = Parameters<SourceCode['getAncestors']>[0];

export type CallExpression = Extract<Node, { type: 'CallExpression' }>;
export type MemberExpression = Extract<Node, { type: 'MemberExpression' }>;
