import { firstLine } from './message.ts';
import type { Message } from './message.ts';

/** What the message of a merge says of where it came from. */
export type MergeFacts = {
  /** `#12`, `!34`; empty where no request is named. */
  pull: string;
  branch: string;
  /** What the request was called; null where the merge does not say. */
  title: string | null;
  /**
   * It brings another line of the repository in, such as main into a release branch: what lies on
   * that line is many changes, not one.
   */
  opened: boolean;
};

const longLived =
  /^(?:origin\/|upstream\/)?(?:main|master|develop|development|dev|trunk|next|release[/-].*|releases\/.*|support\/.*)$/;

/** Reads the message of a commit with more than one parent. */
export function readMerge({ subject, body }: Message): MergeFacts {
  const github = /^Merge pull request (#\d{1,9}) from (\S{1,250})/.exec(subject);
  if (github !== null) {
    const branch = (github[2] ?? '').replace(/^[^/]+\//, '');
    return { pull: github[1] ?? '', branch, title: titleIn(body), opened: false };
  }
  const bitbucket = /^Merged in (\S{1,250}) \(pull request (#\d{1,9})\)/.exec(subject);
  if (bitbucket !== null) {
    const [, branch = '', pull = ''] = bitbucket;
    return { pull, branch, title: titleIn(body), opened: false };
  }
  const azure = azurePull(subject);
  if (azure !== null) return { ...azure, branch: '', opened: false };
  const request = gitlabPull(body);
  const [, branch = '', of] =
    /^Merge (?:remote-tracking )?(?:branch|tag|commit) '([^']{1,250})'(?: of (\S+))?/.exec(
      subject,
    ) ?? [];
  if (request !== '') return { pull: request, branch, title: titleIn(body), opened: false };
  const isTag = subject.startsWith('Merge tag ');
  const opened = isTag || of !== undefined || longLived.test(branch);
  return { pull: '', branch, title: null, opened };
}

/** What the message of a commit with one parent says of a request that was squashed into it. */
export function readSquash({ subject, body }: Message): { pull: string; words: string } | null {
  const azure = azurePull(subject);
  if (azure !== null) return { pull: azure.pull, words: azure.title };
  const tail = /\s+\((?:pull request )?(#\d{1,9})\)$/.exec(subject);
  if (tail !== null) return { pull: tail[1] ?? '', words: subject.slice(0, tail.index) };
  const request = gitlabPull(body);
  return request === '' ? null : { pull: request, words: subject };
}

function azurePull(subject: string): { pull: string; title: string } | null {
  const found = /^Merged PR (\d{1,9}): (\S.*)$/.exec(subject);
  return found === null ? null : { pull: `!${found[1] ?? ''}`, title: found[2] ?? '' };
}

function gitlabPull(body: string): string {
  return /^See merge request \S{0,200}?(!\d{1,9})\s*$/m.exec(body)?.[1] ?? '';
}

/** The first line that is no footer of the forge. */
function titleIn(body: string): string | null {
  const title = firstLine(body);
  return title === '' || /^(?:See merge request|Approved-by:|Closes\b)/.test(title) ? null : title;
}

/** A squash made with `git merge --squash` lists what it holds, with dates. */
export function readSquashedList({ subject, body }: Message): {
  firstAt: number | null;
  title: string | null;
  commits: number;
} | null {
  const mark = /^Squashed commit of the following:?$/m;
  if (!mark.test(subject) && !mark.test(body)) return null;
  const listed = body.split(/^commit [0-9a-f]{40,64}$/m).slice(1);
  const times = [...body.matchAll(/^Date: {3}(.{10,40})$/gm)].flatMap(([, text = '']) => {
    const at = Date.parse(text.trim());
    return Number.isNaN(at) ? [] : [at];
  });
  // The list is newest first; its oldest commit says what was begun. A subject of its own says more.
  const oldest = /^ {4}(\S.*)$/m.exec(listed.at(-1) ?? '')?.[1] ?? null;
  const title = mark.test(subject) ? oldest : null;
  const firstAt = times.length === 0 ? null : Math.min(...times);
  return { firstAt, title, commits: Math.max(1, listed.length) };
}
