import {
  LineCounter,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseAllDocuments,
  visit,
} from 'yaml';
import type { Document, Node, YAMLMap } from 'yaml';
import { notSettings } from './setting.ts';
import type { Setting } from './setting.ts';
import { isSecretSetting } from './secret-settings.ts';

const mostDocuments = 500;
const deepest = 100;

export type YamlFile = {
  roots: Node[];
  lineOf: (node: unknown) => number;
};

/**
 * The documents of a YAML or JSON text. Anchors and aliases are refused, since a few lines of them
 * can stand for a text without end; so is what is nested deeper than settings are, before it is
 * parsed. What is wrong is told by line and column, never by what stands there.
 */
export function readDocuments(text: string): YamlFile {
  refuseDepth(text);
  const lineCounter = new LineCounter();
  const options = { lineCounter, merge: false, prettyErrors: false, uniqueKeys: false } as const;
  const parsed = parseAllDocuments(text, { ...options, version: '1.2' });
  const documents: Document[] = Array.isArray(parsed) ? parsed : [];
  const placeOf = (offset: number) => {
    const { line, col } = lineCounter.linePos(Math.max(0, offset));
    return `line ${Math.max(1, line)}, column ${Math.max(1, col)}`;
  };
  for (const document of documents) {
    const [error] = document.errors;
    if (error !== undefined) {
      const place = placeOf(error.pos[0]);
      throw notSettings(`The file is no YAML and no JSON from ${place} on. Export it again.`);
    }
    const reference = firstReference(document);
    if (reference !== null) {
      throw notSettings(
        `There is an anchor or alias (& or *) in ${placeOf(reference)}. Those are not read here; export the settings written out.`,
      );
    }
  }
  const lineOf = (node: unknown) =>
    isNode(node) && node.range ? Math.max(1, lineCounter.linePos(node.range[0]).line) : 1;
  return {
    roots: documents.flatMap(({ contents }) => (isNode(contents) ? [contents] : [])),
    lineOf,
  };
}

function refuseDepth(text: string): void {
  let open = 0;
  let documents = 0;
  for (const line of text.split('\n')) {
    if (line.startsWith('---')) documents += 1;
    if (/(?:[-?] ){50}/.test(line)) open = Infinity;
    for (const letter of line) {
      if (letter === '{' || letter === '[') open += 1;
      else if ((letter === '}' || letter === ']') && open > 0) open -= 1;
    }
    // Brackets in texts count as well, which is why so many are let be.
    if (open > 1000) {
      throw notSettings('The file is nested deeper than settings are. Export it again.');
    }
  }
  if (documents > mostDocuments) {
    throw notSettings(`The file holds more than ${mostDocuments} documents. Compare a part of it.`);
  }
}

function firstReference(document: Document): number | null {
  let found: number | null = null;
  visit(document, {
    Node(_key, node) {
      if (!isAlias(node) && !('anchor' in node && node.anchor)) return undefined;
      found = node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return found;
}

/** Every value of a tree by the path to it: `image.tag`, `hosts[0]`, `["a.b"].c`. */
export function flattened(root: Node, lineOf: YamlFile['lineOf']): Setting[] {
  const found: Setting[] = [];
  const add = (key: string, value: string, type: Setting['type'], line: number) =>
    found.push({ key, value, type, secret: isSecretSetting(key, value), line });
  const walk = (node: unknown, path: string, depth: number, line: number): void => {
    if (depth > deepest) throw notSettings('The file is nested deeper than settings are.');
    if (isMap(node) && node.items.length > 0) {
      for (const { key, value } of node.items) {
        walk(value, joined(path, keyText(key)), depth + 1, lineOf(key));
      }
    } else if (isSeq(node) && node.items.length > 0) {
      node.items.forEach((item, place) => walk(item, `${path}[${place}]`, depth + 1, lineOf(item)));
    } else if (isScalar(node)) {
      add(path, scalarText(node.value, node.source), typeOf(node.value), line);
    } else if (node === null || node === undefined) add(path, '', 'null', line);
    else add(path, isMap(node) ? '{}' : '[]', 'empty', line);
  };
  walk(root, '', 0, lineOf(root));
  return found;
}

/** The value of a map at a name; the last where it stands twice. */
export function valueAt(map: YAMLMap, name: string): unknown {
  return map.items.findLast(({ key }) => keyText(key) === name)?.value;
}

export function keyText(key: unknown): string {
  if (isScalar(key)) return scalarText(key.value, key.source);
  throw notSettings('A key of the file is itself a list or a map. Only texts can be keys.');
}

export function scalarText(value: unknown, source?: string): string {
  if (value === null || value === undefined) return '';
  // A number as JavaScript holds it would make two long ones equal that are not.
  if (typeof value === 'number' && source !== undefined && source.length > 15) return source;
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint'
    ? String(value)
    : JSON.stringify(value);
}

function typeOf(value: unknown): Setting['type'] {
  if (value === null) return 'null';
  if (typeof value === 'number' || typeof value === 'bigint') return 'number';
  return typeof value === 'boolean' ? 'boolean' : 'text';
}

function joined(path: string, name: string): string {
  if (!/^[^.[\]"\s]+$/.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path === '' ? name : `${path}.${name}`;
}
