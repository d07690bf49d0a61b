import { unreadable } from './report.ts';

const longestLine = 1_000_000;

/** Gives the lines of a text that comes in pieces, without their ends; refuses a line without end. */
export function createLineReader(onLine: (line: string, number: number) => void) {
  let rest = '';
  let number = 0;
  const tell = (line: string) => {
    number += 1;
    onLine(line.endsWith('\r') ? line.slice(0, -1) : line, number);
  };
  return {
    write(piece: string): void {
      const lines = (rest + piece).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > longestLine) {
        throw unreadable(
          `Line ${number + lines.length + 1} has more than ${longestLine.toLocaleString('en')} characters, as no report has. Choose the file the tool wrote.`,
        );
      }
      lines.forEach(tell);
    },
    end(): void {
      if (rest !== '') tell(rest);
      rest = '';
    },
  };
}
