import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../../scripts/root.ts';

export type Import = { specifier: string; typeOnly: boolean };

/** A source file; `path` from the repository's root with forward slashes. */
export type Source = { path: string; text: string; lines: number };

/** Everything that ships. */
export const program = sourcesOf('{shared,electron,renderer}/**/*.{ts,tsx,mjs}');
/** What builds and checks it. */
export const tooling = sourcesOf('{scripts,lint}/**/*.{ts,mjs}');
export const tests = sourcesOf('test/**/*.{ts,tsx}');
export const styles = sourcesOf('renderer/**/*.{css,html}');

function sourcesOf(pattern: string): Source[] {
  const paths = globSync(pattern, { cwd: root }).map((path) => path.replaceAll('\\', '/'));
  return paths.toSorted().map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return { path, text, lines: text.replace(/\n$/, '').split('\n').length };
  });
}

/** All imports of a file: static, dynamic, re-exported and in types. */
export function importsOf({ path, text }: Source): Import[] {
  const found: Import[] = [];
  const add = (node: ts.Node | undefined, typeOnly: boolean) => {
    if (node !== undefined && ts.isStringLiteralLike(node)) {
      found.push({ specifier: node.text, typeOnly });
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, node.importClause?.isTypeOnly === true);
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, node.isTypeOnly);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, true);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
  return found;
}
