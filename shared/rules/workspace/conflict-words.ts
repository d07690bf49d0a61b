/**
 * Two people changed one field: who was first, what the field is now, and what became of the later
 * change. `word` is what the thing is called, `now` the value as JSON.
 */
export function changedMeanwhile(
  who: string | null,
  word: string,
  field: string,
  now: string,
): string {
  return `${who ?? 'Somebody'} ${phrase} this ${word} meanwhile: ${field} is now ${now}. Your change was not saved; compare the two and save again.`;
}

const phrase = 'changed the same field of';

/** Who was first, from the sentence above; `Somebody` where it does not say. */
export function whoChanged(sentence: string): string {
  const [who, ...rest] = sentence.split(` ${phrase} `);
  return rest.length === 0 || who === undefined ? 'Somebody' : who;
}
