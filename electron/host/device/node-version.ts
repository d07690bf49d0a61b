/** better-sqlite3 ends an older Node with a segmentation fault, without a word. */
const oldest = { major: 22, minor: 12 };

/** What to tell people whose Node is too old, or null. Call it before anything opens a database. */
export function nodeTooOld(version: string): string | null {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > oldest.major || (major === oldest.major && minor >= oldest.minor)) return null;
  return `Slipway needs Node ${oldest.major}.${oldest.minor} or newer and found ${version}. Start it through npm (npm start, npx slipway), which brings its own Node, or install a newer one.`;
}
