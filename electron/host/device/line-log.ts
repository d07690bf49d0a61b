import type { Clock, Log } from '#core/platform.ts';

/** A log of one line an entry (a stack trace follows indented), for standard error or a file. */
export function lineLog(clock: Clock, write: (text: string) => void): Log {
  const stamp = () => new Date(clock()).toISOString();
  return {
    info(message, details) {
      write(`${stamp()} info ${message}${details ? ` ${JSON.stringify(details)}` : ''}\n`);
    },
    error(message, error) {
      write(`${stamp()} error ${message}\n${indented(error)}`);
    },
  };
}

function indented(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return text.replace(/^/gm, '    ') + '\n';
}
