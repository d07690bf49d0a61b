import { counted } from '../gate-outcome.ts';
import { createItems } from './items.ts';
import { JsonReader } from './json-reader.ts';
import { listAt, textAt } from './json-values.ts';
import { kept, unreadable } from './report.ts';
import type { ReadReport, ReportReader } from './report.ts';
import { createXmlReader } from './xml-reader.ts';

type Component = { name: string; version: string; purl: string; hasLicence: boolean };

function createComponents() {
  const items = createItems();
  const count = { components: 0, withoutVersion: 0, withoutLicence: 0, vulnerabilities: 0 };
  return {
    count,
    add({ name, version, purl, hasLicence }: Component): void {
      count.components += 1;
      if (version === '') count.withoutVersion += 1;
      if (!hasLicence) count.withoutLicence += 1;
      const title = version === '' ? name : `${name} ${version}`;
      const lacks = [version === '' && 'a version', !hasLicence && 'a licence'];
      const missing = lacks.filter((each) => each !== false).join(' and ');
      const text = missing === '' ? '' : `without ${missing}`;
      items.add(purl || `${name}\0${version}`, { title, where: purl, level: null, text });
    },
    end(tool: string): ReadReport {
      const notes =
        count.vulnerabilities === 0
          ? []
          : [`It names ${counted(count.vulnerabilities, 'vulnerability').replace('ys', 'ies')}.`];
      return {
        kind: 'cyclonedx',
        tool: kept(tool, 200),
        summary: { kind: 'components', ...count },
        details: items.end(notes),
      };
    },
  };
}

/** CycloneDX as JSON; a component can hold others, which count as well. */
export function createCycloneJsonReader(): ReportReader {
  const components = createComponents();
  let format = '';
  let tool = '';
  const take = (value: unknown) => {
    const name = [textAt(value, 'group'), textAt(value, 'name')].filter((part) => part !== '');
    components.add({
      name: name.join('/'),
      version: textAt(value, 'version'),
      purl: textAt(value, 'purl'),
      hasLicence: listAt(value, 'licenses').length > 0,
    });
    listAt(value, 'components').forEach(take);
  };
  const json = new JsonReader([
    { path: ['bomFormat'], take: (value) => (format = String(value)) },
    { path: ['components', '*'], take },
    { path: ['vulnerabilities', '*'], take: () => (components.count.vulnerabilities += 1) },
    {
      path: ['metadata', 'tools'],
      take(value) {
        const [first] = [...listAt({ value }, 'value'), ...listAt(value, 'components')];
        tool = textAt(first, 'name');
      },
    },
  ]);
  return {
    write: (piece) => json.write(piece),
    end() {
      json.end();
      if (format === 'CycloneDX') return components.end(tool);
      throw unreadable(
        'The JSON is no CycloneDX: expected “bomFormat” with CycloneDX at its top. Choose the list of components the tool wrote.',
      );
    },
  };
}

/** CycloneDX as XML. */
export function createCycloneXmlReader(): ReportReader {
  const components = createComponents();
  const open: (Component & { group: string })[] = [];
  let root = '';
  let tool = '';
  const isComponent = (name: string, parents: readonly string[]) =>
    name === 'component' && parents.at(-1) === 'components' && !parents.includes('metadata');

  const xml = createXmlReader({
    open(name, _attributes, parents) {
      if (parents.length === 0) root = name;
      if (isComponent(name, parents)) {
        open.push({ name: '', group: '', version: '', purl: '', hasLicence: false });
      }
      if (name === 'vulnerability' && parents.at(-1) === 'vulnerabilities') {
        components.count.vulnerabilities += 1;
      }
      const current = open.at(-1);
      const isLicence = parents.at(-1) === 'licenses' && parents.at(-2) === 'component';
      if (current !== undefined && isLicence) current.hasLicence = true;
    },
    text(text, parents) {
      const field = parents.at(-1);
      if (field === 'name' && tool === '' && parents.includes('tools')) tool = text.trim();
      const current = open.at(-1);
      if (current === undefined || parents.at(-2) !== 'component') return;
      if (field === 'name' || field === 'version' || field === 'purl' || field === 'group') {
        current[field] += text.trim();
      }
    },
    close(name, parents) {
      if (!isComponent(name, parents)) return;
      const done = open.pop();
      if (done === undefined) return;
      const full = [done.group, done.name].filter((part) => part !== '').join('/');
      components.add({ ...done, name: full });
    },
  });
  return {
    write: (piece) => xml.write(piece),
    end() {
      xml.end();
      if (root === 'bom') return components.end(tool);
      throw unreadable(
        `The XML is no CycloneDX: expected <bom> as its root, found <${root}>. Choose the list of components the tool wrote.`,
      );
    },
  };
}
