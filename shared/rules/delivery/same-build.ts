type Build = { version: string | null; commit: string | null };

/**
 * The same version unless two known commits differ, or the same commit under another name: a
 * candidate that was promoted as it was.
 */
export function isSameBuild(one: Build, other: Build): boolean {
  if (one.commit !== null && other.commit !== null) return isSameCommit(one.commit, other.commit);
  return one.version === other.version;
}

/** A candidate that was promoted is the same build, and yet another version. */
export function isSameVersion(one: Build, other: Build): boolean {
  return one.version === other.version && isSameBuild(one, other);
}

/** An abbreviated commit is the same as the one it is the beginning of. */
export function isSameCommit(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}
