/** The component a file is a version of. */
type Component = { name: string; version: string };

/** Longer file names are no names of versions. */
const longestFile = 300;

/** `shop-1.2.0.tgz`: what stands before the version, and the version. */
const versioned = /^(.+?)[-_](v?\d+(?:\.\d+)+.*?)(?:\.(?:tar\.(?:gz|bz2|xz)|[a-z][a-z0-9]*))?$/i;

/**
 * Artifactory knows paths only. The layouts of Maven, Docker and npm say name and version; in others
 * the file's name may, else the path is the name and nothing is known of a version.
 */
export function componentAt(path: string): Component {
  const parts = partsOf(path);
  const file = parts.at(-1) ?? '';
  const folder = parts.at(-2) ?? '';
  const above = parts.at(-3) ?? '';
  const isImage = /^(?:list\.)?manifest\.json$/.test(file) && parts.length > 2;
  const isMaven =
    above !== '' && (file.startsWith(`${above}-${folder}`) || isSnapshot(above, folder, file));
  if (isImage || isMaven) return { name: parts.slice(0, -2).join('/'), version: folder };
  const [, before = '', version = ''] =
    file.length > longestFile ? [] : (versioned.exec(file) ?? []);
  if (version === '') return { name: parts.join('/'), version: '' };
  // npm keeps the files of a package in a folder of this name.
  const dash = parts.indexOf('-');
  const name = dash > 0 ? parts.slice(0, dash) : [...parts.slice(0, -1), before];
  return { name: name.join('/'), version };
}

/** Whether the name of a folder can be that of a version. */
export function isVersion(folder: string): boolean {
  return /^v?\d/i.test(folder);
}

export function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}

/** The files of a snapshot carry the time of their build instead of `SNAPSHOT`. */
function isSnapshot(above: string, folder: string, file: string): boolean {
  return /-SNAPSHOT$/i.test(folder) && file.startsWith(`${above}-`);
}
