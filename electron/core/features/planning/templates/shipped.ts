import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resourceFolder } from '#core/resources.ts';
import { releaseTypes } from '#shared/model/planning/releases.ts';
import type { ReleaseType } from '#shared/model/planning/releases.ts';
import { releaseTemplate } from '#shared/model/planning/templates.ts';
import type { ReleaseTemplate } from '#shared/model/planning/templates.ts';

let read: ReleaseTemplate[] | undefined;

/** The templates the program ships, in the order of the release types; read once. */
export function readTemplates(): ReleaseTemplate[] {
  read ??= readFolder().sort((a, b) => releaseTypes.indexOf(a.type) - releaseTypes.indexOf(b.type));
  return read;
}

export function templateOf(type: ReleaseType): ReleaseTemplate {
  const found = readTemplates().find((template) => template.type === type);
  if (found === undefined) throw new Error(`No template is shipped for ${type}`);
  return found;
}

function readFolder(): ReleaseTemplate[] {
  const folder = join(resourceFolder('templates'), 'release');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => releaseTemplate.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}
