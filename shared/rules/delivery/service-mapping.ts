import type { ServiceMapping } from '#shared/model/delivery/pipelines.ts';

/** Which service a provider's name is mapped to; null where it is to none. */
export function mappedService(name: string, mapping: readonly ServiceMapping[]): string | null {
  return mapping.find((each) => each.name === name)?.serviceId ?? null;
}

/**
 * The service that is called as the provider's name, or as the last part of it: `payments-api` for
 * `acme/payments-api`. Whatever its case; null where none or more than one is: then a person has to say.
 */
export function suggestedService(
  name: string,
  services: readonly { id: string; name: string }[],
): string | null {
  const wanted = [plain(name), plain(name.split(/[/\\:]/).at(-1) ?? '')];
  for (const each of wanted) {
    const [first, ...others] = services.filter((service) => plain(service.name) === each);
    if (first !== undefined) return others.length > 0 ? null : first.id;
  }
  return null;
}

function plain(name: string): string {
  return name
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');
}
