/**
 * better-sqlite3 ends a Node before 22.12 with a segmentation fault, without a word; certificates and
 * proxies of connections need 22.19.
 */
const oldest = { major: 22, minor: 19 };

/** What to tell people whose Node is too old, or null. Call it before anything opens a database. */
export function nodeTooOld(version: string): string | null {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > oldest.major || (major === oldest.major && minor >= oldest.minor)) return null;
  return `Slipway needs Node ${oldest.major}.${oldest.minor} or newer and found ${version}. Start it through npm (npm start, npx slipway), which brings its own Node, or install a newer one.`;
}
