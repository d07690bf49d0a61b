export const packageTypes = ['npm', 'maven', 'rubygems', 'docker', 'nuget', 'container'] as const;
type PackageType = (typeof packageTypes)[number];

/** All packages of a type an owner has, or one of them. */
export type PackagePlace = { owner: string; type: PackageType; name: string | null };

/** As it is typed: `acme/container/payments-api`. */
export function inWords({ owner, type, name }: PackagePlace): string {
  return [owner, type, ...(name === null ? [] : [name])].join('/');
}
