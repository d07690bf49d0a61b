export type PackBasis = {
  workspaceId: string;
  packId: string;
  title: string;
  expiresOn: string | null;
  items: readonly { gateId: string; fingerprint: string }[];
  /** SHA-256 of everything the pack shows, with the files it carries. */
  shown: string;
};

/**
 * The text the fingerprint of a pack is taken over: which decisions it asks for on which facts, and
 * all that is shown for them. Answers are signed over it.
 */
export function packText({ workspaceId, packId, title, expiresOn, items, shown }: PackBasis) {
  const asked = items.map(({ gateId, fingerprint }) => [gateId, fingerprint]);
  return JSON.stringify(['slipway-pack-1', workspaceId, packId, title, expiresOn, asked, shown]);
}
