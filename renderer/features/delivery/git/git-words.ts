import type { Output } from '#shared/contract/index.ts';
import type { Change, RangeRow } from '#shared/model/delivery/git.ts';

type Range = Output<'git.range'>;

/** `12 commits`, `1 row`. */
export function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

/** `42 commits from v4.1.0 to main: 12 rows, 3 of them add nothing.` */
export function rangeInWords({ commits, from, to, rows }: Range): string {
  const span = from === null ? `up to ${to.name}` : `from ${from.name} to ${to.name}`;
  const still = rows.filter(({ adds }) => adds === 'nothing').length;
  const more = still === 0 ? '' : `, ${still} of them add nothing`;
  return `${counted(commits, 'commit')} ${span}: ${counted(rows.length, 'row')}${more}.`;
}

/** What the button that takes the chosen rows says. */
export function takeInWords(rows: readonly RangeRow[]): string {
  const items = rows.filter(({ adds }) => adds === 'item').length;
  const joined = rows.length - items;
  if (rows.length === 0) return 'Add items';
  if (items === 0) return `Add changes of ${counted(joined, 'item')}`;
  const more = joined === 0 ? '' : ` and changes of ${joined} more`;
  return `Add ${counted(items, 'item')}${more}`;
}

/** `2 items and 5 changes added from Git` */
export function takenInWords({ items, changes }: Output<'git.take'>): string {
  const parts = [
    ...(items.length === 0 ? [] : [counted(items.length, 'item')]),
    ...(changes === 0 ? [] : [counted(changes, 'change')]),
  ];
  return parts.length === 0
    ? 'All of it is in the scope already; nothing was added'
    : `${parts.join(' and ')} added from Git`;
}

/** How a change came: `merge of 3 commits, #12`. */
export function landedInWords({
  landed,
  commits,
  pull,
}: Pick<Change, 'landed' | 'commits' | 'pull'>): string {
  const how =
    landed === 'merge'
      ? `merge of ${counted(commits, 'commit')}`
      : landed === 'squash'
        ? 'squashed'
        : 'commit';
  return pull === '' ? how : `${how}, ${pull}`;
}
