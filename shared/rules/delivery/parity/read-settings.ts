import type { SettingsFormat } from '#shared/model/delivery/parity.ts';
import { assertNever } from '#shared/model/refusal.ts';
import { readEnv } from './read-env.ts';
import { isManifest, readManifests } from './read-manifests.ts';
import { notSettings, settled } from './setting.ts';
import type { ReadSettings } from './setting.ts';
import { flattened, readDocuments } from './yaml-documents.ts';

/**
 * The settings of an exported file, in the format that is given or that its name and beginning tell.
 * Refuses (`invalid_input`) what cannot be read, is nested too deeply or has none.
 */
export function readSettings(
  text: string,
  name: string,
  given?: SettingsFormat,
): ReadSettings & { format: SettingsFormat } {
  if (text.trim() === '') throw notSettings(`${name} is empty. Choose the exported settings.`);
  const format = given ?? formatOf(text, name);
  const read = settled(readAs(format, text));
  if (read.settings.length === 0) {
    throw notSettings(
      `${name} has no setting when it is read as ${formatWords[format]}. Choose another file or another format.`,
    );
  }
  return { ...read, format };
}

const formatWords: Record<SettingsFormat, string> = {
  env: '.env',
  json: 'JSON',
  yaml: 'YAML',
  kubernetes: 'manifests of Kubernetes',
};

function formatOf(text: string, name: string): SettingsFormat {
  if (/^\s*[{[]/.test(text)) return 'json';
  if (/(^|\.)env(\.|$)/i.test(name)) return 'env';
  if (/^kind:\s*["']?\w/m.test(text) && /^apiVersion:\s*["']?\w/m.test(text)) return 'kubernetes';
  if (/\.(ya?ml|json)$/i.test(name)) return 'yaml';
  const lines = text.split('\n').filter((line) => !/^\s*(?:#|$)/.test(line));
  const assigned = lines.filter((line) => /^\s*(?:export\s+)?[A-Za-z_][\w.-]*\s*=/.test(line));
  return assigned.length * 2 > lines.length ? 'env' : 'yaml';
}

function readAs(format: SettingsFormat, text: string): ReadSettings {
  switch (format) {
    case 'env':
      return readEnv(text);
    case 'kubernetes':
      return readManifests(readDocuments(text));
    case 'json':
    case 'yaml': {
      const file = readDocuments(text);
      // One object of Kubernetes in JSON looks like any other until it is read.
      if (format === 'json' && file.roots.some(isManifest)) return readManifests(file);
      const [root, ...others] = file.roots;
      if (root === undefined) return { settings: [], notes: [] };
      const notes =
        others.length === 0
          ? []
          : [`The file holds ${others.length + 1} documents; the first was taken.`];
      return { settings: flattened(root, file.lineOf), notes };
    }
    default:
      return assertNever(format);
  }
}
