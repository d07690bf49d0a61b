import { plainText } from '#shared/rules/delivery/git/message.ts';
import { Refusal } from '#shared/model/refusal.ts';

/** The folder git names where it belongs to somebody else; null for another complaint. */
export function ownedByOther(complaint: string): string | null {
  const found = /(?:dubious ownership in|unsafe) repository(?: at)? \(?'([^'\n]+)'/.exec(complaint);
  return found?.[1] ?? null;
}

/** Why git refused to read a folder, in words that say what to do. */
export function refusalOf(complaint: string, folder: string): Refusal {
  const other = ownedByOther(complaint);
  if (other !== null) return belongsToOther(other);
  if (/invalid gitfile format|not a git repository: /i.test(complaint)) {
    return lost(folder);
  }
  if (/not a git repository/i.test(complaint)) {
    const message = `${folder} is no Git repository, nor is a folder above it. Choose the folder of a clone; the one with “.git” in it.`;
    return new Refusal('precondition_failed', message, { path: 'is no Git repository' });
  }
  if (/repository version|unknown repository extension/i.test(complaint)) {
    const message = `${folder} is written in a newer form than this git reads: ${said(complaint)}. Install a newer Git from git-scm.com.`;
    return new Refusal('unavailable', message);
  }
  if (/permission denied/i.test(complaint)) {
    const message = `${folder} cannot be read by you: ${said(complaint)}. Ask whoever it belongs to for the right, or make a clone of your own.`;
    return new Refusal('forbidden', message, { path: 'cannot be read by you' });
  }
  return new Refusal(
    'precondition_failed',
    `Git could not read ${folder}: ${said(complaint)}. Nothing was changed. “git fsck” in that folder says what is wrong with it.`,
  );
}

function belongsToOther(folder: string): Refusal {
  const message = `${folder} belongs to another user of this machine, and git does not read such a repository. If you trust whoever it belongs to, run “git config --global --add safe.directory ${folder}” and look again; or make a clone of your own.`;
  return new Refusal('forbidden', message, { path: 'belongs to another user' });
}

function lost(folder: string): Refusal {
  const message = `${folder} names the repository it belongs to, and that is not there: a worktree or submodule whose repository was moved. Choose the repository itself, or run “git worktree repair” in it.`;
  return new Refusal('precondition_failed', message, {
    path: 'names a repository that is not there',
  });
}

/** The first line of a complaint without what marks it; as text, since a repository may have a say in it. */
function said(complaint: string): string {
  const line = plainText(complaint)
    .split('\n')
    .find((each) => /^(?:fatal|error): /.test(each));
  const words = (line ?? plainText(complaint).split('\n')[0] ?? '').replace(
    /^(?:fatal|error): /,
    '',
  );
  return words === '' ? 'it gave no reason' : words.slice(0, 300).replace(/\.$/, '');
}
