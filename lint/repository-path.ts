import { relative, sep } from 'node:path';

/** A file's path from the repository's root (where ESLint runs), with forward slashes. */
export function repositoryPath(context: { cwd: string; filename: string }): string {
  return relative(context.cwd, context.filename).split(sep).join('/');
}
