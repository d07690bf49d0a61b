/** The root of a Jira and, where the text names one, a project on it. */
export type JiraPlace = { baseUrl: string; project: string | null };

/** What Jira allows in the key of a project, unless whoever looks after a server says otherwise. */
const projectKey = /^[A-Za-z][A-Za-z0-9_]{0,254}$/;

/** Where pages and the API begin, below the root. */
const pages: readonly string[] = ['browse', 'projects', 'secure', 'issues', 'rest', 'plugins'];

/**
 * An address of Jira, as it is copied from a browser, taken apart into its root and the project:
 * `https://acme.atlassian.net/browse/PAY-12` is `https://acme.atlassian.net` and `PAY`. A server of
 * one's own can lie below a path. Null where it is no web address.
 */
export function jiraPlace(text: string): JiraPlace | null {
  if (!/^https?:\/\/\S+$/i.test(text.trim()) || !URL.canParse(text.trim())) return null;
  const { origin, hostname, pathname } = new URL(text.trim());
  const parts = pathname.split('/').filter((part) => part !== '');
  const root = parts.slice(0, rootLength(hostname, parts));
  return { baseUrl: [origin, ...root].join('/'), project: projectIn(parts.slice(root.length)) };
}

/** Whether the host is of Jira's own cloud, by its name. */
export function isJiraCloud(hostname: string): boolean {
  return /\.(?:atlassian\.net|jira\.com)$/i.test(hostname) || isSharedApi(hostname);
}

/** The keys in a list such as `PAY, OPS`, in capitals and each once; null where it is none. */
export function projectKeys(text: string): string[] | null {
  const keys = text.split(',').map((key) => key.trim());
  if (!keys.every((key) => projectKey.test(key))) return null;
  return [...new Set(keys.map((key) => key.toUpperCase()))];
}

/** `https://api.atlassian.com/ex/jira/<id of the site>`, for tokens that are limited to scopes. */
function isSharedApi(hostname: string): boolean {
  return /^api\.atlassian\.com$/i.test(hostname);
}

function rootLength(hostname: string, parts: readonly string[]): number {
  if (isSharedApi(hostname)) return 3;
  if (isJiraCloud(hostname)) return 0;
  const below = parts.findIndex((part) => pages.includes(part.toLowerCase()));
  return below < 0 ? parts.length : below;
}

function projectIn(parts: readonly string[]): string | null {
  const after = (name: string) => {
    const at = parts.indexOf(name);
    return at < 0 ? undefined : parts[at + 1];
  };
  const key = after('browse')?.replace(/-\d+$/, '') ?? after('projects') ?? '';
  return projectKey.test(key) ? key.toUpperCase() : null;
}
