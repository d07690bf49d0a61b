import type { EnvironmentMapping } from '#shared/model/delivery/pipelines.ts';

/** Which environment of the workspace a provider's name is mapped to; null where it is to none. */
export function mappedEnvironment(
  name: string | null,
  mapping: readonly EnvironmentMapping[],
): string | null {
  return mapping.find((each) => each.name === name)?.environmentId ?? null;
}

/**
 * The environment of the workspace that is called the same, whatever its case and outer blanks; null
 * where none or more than one is: then a person has to say.
 */
export function suggestedEnvironment(
  name: string,
  environments: readonly { id: string; name: string }[],
): string | null {
  const [first, ...others] = environments.filter((each) => plain(each.name) === plain(name));
  return first === undefined || others.length > 0 ? null : first.id;
}

function plain(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}
