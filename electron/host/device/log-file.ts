import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const largest = 5 * 1024 * 1024;

/** Appends to a file for its owner only; when it is larger than 5 MiB it becomes `<path>.old` first. */
export function logFile(path: string): (text: string) => void {
  return (text) => {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    if (existsSync(path) && statSync(path).size > largest) renameSync(path, `${path}.old`);
    appendFileSync(path, text, { mode: 0o600 });
  };
}
