import { createItems } from './items.ts';
import { countIn } from './report.ts';
import type { ReportReader } from './report.ts';
import { createXmlReader } from './xml-reader.ts';
import type { XmlAttributes } from './xml-reader.ts';

/** Cobertura XML: the totals of its root, or its lines where an old version gives rates alone. */
export function createCoberturaReader(): ReportReader {
  const own = { lines: 0, covered: 0, branches: 0, taken: 0 };
  const items = createItems();
  let root: XmlAttributes = {};
  let file = { name: '', lines: 0, covered: 0 };

  const xml = createXmlReader({
    open(name, attributes, parents) {
      if (parents.length === 0) root = attributes;
      if (name === 'class') file = { name: attributes['filename'] ?? '', lines: 0, covered: 0 };
      // Lines of a method stand once more in its class.
      if (name !== 'line' || parents.includes('methods')) return;
      own.lines += 1;
      file.lines += 1;
      if ((countIn(attributes['hits']) ?? 0) > 0) {
        own.covered += 1;
        file.covered += 1;
      }
      const [, taken, all] = /\((\d+)\/(\d+)\)/.exec(attributes['condition-coverage'] ?? '') ?? [];
      own.taken += countIn(taken) ?? 0;
      own.branches += countIn(all) ?? 0;
    },
    close(name) {
      if (name === 'class' && file.lines > file.covered) items.add(file.name, leftOpen(file));
    },
  });

  return {
    write: (piece) => xml.write(piece),
    end() {
      xml.end();
      const said = totalsOf(root, 'lines');
      const lines = said ?? { covered: own.covered, total: own.lines };
      const branches = totalsOf(root, 'branches') ?? { covered: own.taken, total: own.branches };
      const isOff = said !== null && own.lines > 0 && said.total !== own.lines;
      const notes = isOff
        ? [`Its total says ${said.total} lines, its classes have ${own.lines}; the total counts.`]
        : [];
      return {
        kind: 'cobertura',
        tool: '',
        summary: {
          ...{ kind: 'coverage', lines },
          branches: branches.total === 0 ? null : branches,
        },
        details: { ...items.end(notes), keys: [] },
      };
    },
  };
}

/** `12 of 40 lines covered`, for the files where something is missing. */
export function leftOpen({
  name,
  lines,
  covered,
}: {
  name: string;
  lines: number;
  covered: number;
}) {
  const text = `${covered} of ${lines} lines covered`;
  return { title: name, where: '', level: null, text };
}

function totalsOf(root: XmlAttributes, what: 'lines' | 'branches') {
  const total = countIn(root[`${what}-valid`]);
  const covered = countIn(root[`${what}-covered`]);
  if (total === null || covered === null || total === 0) return null;
  return { covered: Math.min(covered, total), total };
}
