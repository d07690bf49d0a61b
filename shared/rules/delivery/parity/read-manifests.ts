import { isMap, isScalar, isSeq } from 'yaml';
import type { YAMLMap } from 'yaml';
import { isSecretSetting } from './secret-settings.ts';
import type { ReadSettings, Setting } from './setting.ts';
import { keyText, scalarText, valueAt } from './yaml-documents.ts';
import type { YamlFile } from './yaml-documents.ts';

type Manifest = { kind: string; name: string; map: YAMLMap };

/** True where a document is an object of Kubernetes. */
export function isManifest(root: unknown): root is YAMLMap {
  return isMap(root) && textAt(root, 'kind') !== '' && textAt(root, 'apiVersion') !== '';
}

/**
 * The settings in manifests of Kubernetes: `data` of each ConfigMap, `data` (from base64) and
 * `stringData` of each Secret, all of which is secret. Where a file has one of a kind its name is
 * left out, since that often differs between environments; where it has several, it stands before
 * the key. Other objects are told and left out. `stringData` is written over `data`, as Kubernetes
 * does it.
 */
export function readManifests({ roots, lineOf }: YamlFile): ReadSettings {
  const manifests = roots.flatMap(manifestsIn);
  const counts = Map.groupBy(manifests, ({ kind }) => kind);
  const settings: Setting[] = [];
  const notes: string[] = [];
  for (const { kind, name, map } of manifests) {
    if (kind !== 'ConfigMap' && kind !== 'Secret') {
      notes.push(`${kind} ${name} holds no settings and was left out.`);
      continue;
    }
    const before = (counts.get(kind)?.length ?? 0) > 1 ? `${kind} ${name}/` : '';
    for (const part of ['data', 'binaryData', 'stringData']) {
      const entries = valueAt(map, part);
      if (!isMap(entries)) continue;
      for (const { key: node, value: held } of entries.items) {
        const key = `${before}${keyText(node)}`;
        const written = isScalar(held) ? scalarText(held.value, held.source) : '';
        const isEncoded = kind === 'Secret' && part === 'data';
        const decoded = isEncoded ? decodedBase64(written) : written;
        if (decoded === null) notes.push(`${key} is no base64; it is compared as it is written.`);
        const value = decoded ?? written;
        const secret = kind === 'Secret' || isSecretSetting(key, value);
        settings.push({ key, value, type: null, secret, line: lineOf(node) });
      }
    }
  }
  return { settings, notes };
}

function manifestsIn(root: unknown): Manifest[] {
  if (!isManifest(root)) return [];
  const kind = textAt(root, 'kind');
  const items = valueAt(root, 'items');
  if (kind.endsWith('List') && isSeq(items)) return items.items.flatMap(manifestsIn);
  const metadata = valueAt(root, 'metadata');
  return [{ kind, name: isMap(metadata) ? textAt(metadata, 'name') : '', map: root }];
}

function textAt(map: YAMLMap, name: string): string {
  const found = valueAt(map, name);
  return isScalar(found) && typeof found.value === 'string' ? found.value : '';
}

/** What is in base64, as text where it is some; null for what is no base64. */
function decodedBase64(text: string): string | null {
  let bytes: string;
  try {
    bytes = atob(text.replace(/\s+/g, ''));
  } catch {
    return null;
  }
  try {
    const codes = Uint8Array.from(bytes, (letter) => letter.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(codes);
  } catch {
    return bytes;
  }
}
