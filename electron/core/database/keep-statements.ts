import type Database from 'better-sqlite3';

/** More than the program's fixed statements; lists of values of every length add texts without end. */
const most = 400;

/**
 * Preparing a statement takes longer than most of the answers, and the same few hundred are asked
 * all the time: each is kept by its text, and the least recently used go first. One text is one
 * statement, so none may be asked again while it is iterated: no iteration awaits.
 */
export function keepStatements(database: Database.Database): void {
  const kept = new Map<string, Database.Statement>();
  const prepare = database.prepare.bind(database);
  Object.assign(database, {
    prepare(text: string) {
      const known = kept.get(text);
      const statement = known ?? prepare(text);
      kept.delete(text);
      kept.set(text, statement);
      if (kept.size > most) kept.delete(kept.keys().next().value ?? text);
      return statement;
    },
  });
}
