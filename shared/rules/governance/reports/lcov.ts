import { leftOpen } from './cobertura.ts';
import { createItems } from './items.ts';
import { createLineReader } from './line-reader.ts';
import { countIn, unreadable } from './report.ts';
import type { ReportReader } from './report.ts';

type Section = {
  name: string;
  line: number;
  found: Record<string, number>;
  own: { lines: number; covered: number; branches: number; taken: number };
};

/** lcov's tracefile: one section a source file, with totals that are believed where they stand. */
export function createLcovReader(): ReportReader {
  const sum = { lines: 0, covered: 0, branches: 0, taken: 0 };
  const items = createItems();
  let section: Section | null = null;
  let sections = 0;

  const end = ({ name, found, own }: Section) => {
    const lines = found['LF'] ?? own.lines;
    const covered = Math.min(found['LH'] ?? own.covered, lines);
    const branches = found['BRF'] ?? own.branches;
    sum.lines += lines;
    sum.covered += covered;
    sum.branches += branches;
    sum.taken += Math.min(found['BRH'] ?? own.taken, branches);
    if (lines > covered) items.add(name, leftOpen({ name, lines, covered }));
  };

  const reader = createLineReader((text, line) => {
    const trimmed = text.trim();
    if (trimmed === '' || trimmed.startsWith('#')) return;
    if (trimmed === 'end_of_record') {
      if (section !== null) end(section);
      section = null;
      return;
    }
    const [, tag = '', value = ''] = /^([A-Z]+):(.*)$/.exec(trimmed) ?? [];
    if (tag === '') {
      throw unreadable(
        `Line ${line} is not lcov: expected a record such as DA:12,1 or end_of_record. Choose the tracefile (lcov.info).`,
      );
    }
    if (tag === 'SF') {
      const own = { lines: 0, covered: 0, branches: 0, taken: 0 };
      section = { name: value, line, found: {}, own };
      sections += 1;
    } else if (section !== null) take(section, tag, value);
  });

  return {
    write: (piece) => reader.write(piece),
    end() {
      reader.end();
      if (section !== null) {
        throw unreadable(
          `The file ends inside the section that begins at line ${section.line}, without end_of_record: it is cut short. Export it again.`,
        );
      }
      if (sections === 0) {
        throw unreadable('The file has no section (SF:…), so it says nothing of any source file.');
      }
      const branches = { covered: sum.taken, total: sum.branches };
      return {
        kind: 'lcov',
        tool: 'lcov',
        summary: {
          kind: 'coverage',
          lines: { covered: sum.covered, total: sum.lines },
          branches: sum.branches === 0 ? null : branches,
        },
        details: { ...items.end([]), keys: [] },
      };
    },
  };
}

function take({ found, own }: Section, tag: string, value: string): void {
  const parts = value.split(',');
  if (tag === 'DA') {
    own.lines += 1;
    if ((countIn(parts[1]) ?? 0) > 0) own.covered += 1;
  } else if (tag === 'BRDA') {
    own.branches += 1;
    if ((countIn(parts[3]) ?? 0) > 0) own.taken += 1;
  } else if (['LF', 'LH', 'BRF', 'BRH'].includes(tag)) {
    const count = countIn(value);
    if (count !== null) found[tag] = count;
  }
}
