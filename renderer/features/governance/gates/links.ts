/** The roles of a release stand on its overview. */
export function releaseRolesHref(releaseId: string): string {
  return `#/releases/${releaseId}/overview`;
}
