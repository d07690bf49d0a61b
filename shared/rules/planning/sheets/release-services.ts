import type { Service } from '#shared/model/workspace/services.ts';
import { partsOfCell, quoted } from '../../workspace/pasted-table.ts';
import { checkVersion } from '../versions/versions.ts';
import type { Lookup } from './lookup.ts';
import type { Draft } from './row-reader.ts';

/** A service a row names; the version is null where the row gives none. */
export type NamedService = { service: Service; version: string | null };

/** `payments-api 4.2.0`, `payments-api (v4.2.0)`, `payments-api: 4.2.0`. */
const withVersion = /^(?<name>.{1,200}?)\s*(?:[\s:@=(]+)v?(?<version>[\w.+-]*\d[\w.+-]*)\)?$/;

/** The services of a row with their versions, or the sentence that says why they cannot be read. */
export function readServices(
  { services = '', versions = '' }: Draft,
  known: Lookup<Service>,
): NamedService[] | string {
  const named: NamedService[] = [];
  for (const part of partsOfCell(services.slice(0, 5_000))) {
    const found = serviceOf(part, known);
    if (found === null) {
      return `${quoted(part)} is no service of this workspace. Add it under Settings → Services, or correct the cell.`;
    }
    if (named.some(({ service }) => service.id === found.service.id)) {
      return `${found.service.name} stands in this row twice. Name each service once.`;
    }
    named.push(found);
  }
  const given = partsOfCell(versions.slice(0, 5_000));
  const open = named.filter(({ version }) => version === null);
  if (given.length > 1 && given.length !== open.length) {
    return `There are ${given.length} versions for ${open.length} services. Give as many, in the same order, or write each behind its service.`;
  }
  open.forEach((each, index) => {
    each.version = (given.length === 1 ? given[0] : given[index])?.replace(/^v(?=\d)/i, '') ?? null;
  });
  for (const { service, version } of named) {
    if (version === null) continue;
    const checked = checkVersion(service.versionScheme, version);
    if (!checked.ok) return `${service.name}: ${checked.message}`;
  }
  return named;
}

function serviceOf(part: string, known: Lookup<Service>): NamedService | null {
  const service = known.one(part);
  if (service !== null) return { service, version: null };
  const { name, version } = withVersion.exec(part)?.groups ?? {};
  const behind = name === undefined ? null : known.one(name);
  return behind === null || version === undefined ? null : { service: behind, version };
}
