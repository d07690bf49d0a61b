import { Refusal } from '#shared/model/refusal.ts';
import { formatInFull } from '../../planning/zoned-time.ts';
import { clockAheadMs } from '../../workspace/clocks.ts';

type Added = {
  hasFile: boolean;
  url?: string;
  note?: string;
  title?: string;
  collectedAt: number;
  expiresAt: number | null;
};

/** Refuses evidence that is nothing, from the future, or over before it begins. */
export function checkEvidence(
  { hasFile, url = '', note = '', collectedAt, expiresAt }: Added,
  now: number,
  zone: string,
): void {
  if (!hasFile && url === '' && note === '') {
    throw new Refusal(
      'invalid_input',
      'There is nothing to add. Give a file, a link or a note that somebody can check.',
      { file: 'is missing; give a file, a link or a note' },
    );
  }
  if (url !== '' && !isWebAddress(url)) {
    throw new Refusal(
      'invalid_input',
      `“${url.slice(0, 80)}” is no web address. Expected one that begins with https:// or http://.`,
      { url: 'is no web address; begin with https://' },
    );
  }
  const full = (ms: number) => formatInFull(new Date(ms).toISOString(), zone);
  if (collectedAt > now + clockAheadMs) {
    throw new Refusal(
      'invalid_input',
      `Evidence of ${full(collectedAt)} is ahead of now. Give the time it was made.`,
      { collectedAt: 'is ahead; give the time it was made' },
    );
  }
  if (expiresAt !== null && expiresAt <= now) {
    throw new Refusal(
      'invalid_input',
      `The evidence would expire ${full(expiresAt)}, which is past. Give a time ahead, or none.`,
      { expiresAt: 'is past; give a time ahead, or none' },
    );
  }
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

const longestTitle = 200;

/** What evidence is called where nobody gave it a name: its file, its words, its address. */
export function titleOf(
  { title = '', note = '', url = '' }: Pick<Added, 'title' | 'note' | 'url'>,
  file: string | null,
): string {
  const given = [title, file ?? '', note, url].find((text) => text.trim() !== '') ?? '';
  const line = given.trim().split(/[\r\n]/, 1)[0] ?? '';
  return line.length <= longestTitle ? line : `${line.slice(0, longestTitle - 1)}…`;
}
