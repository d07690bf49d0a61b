import { capitalised } from '../gate-outcome.ts';
import type { Minutes, MinutesBlock } from './minutes.ts';

/** Minutes as Markdown that says what was typed and formats nothing of it. */
export function minutesMarkdown({ title, subtitle, blocks }: Minutes): string {
  const lines = [`# ${plain(title)}`, '', plain(subtitle), ''];
  for (const [index, block] of blocks.entries()) {
    lines.push(...markdownOf(block));
    const next = blocks[index + 1];
    const inList = block.kind === 'fact' || block.kind === 'vote';
    if (!inList || next?.kind !== block.kind) lines.push('');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function markdownOf(block: MinutesBlock): string[] {
  switch (block.kind) {
    case 'heading': {
      const note = block.note === '' ? '' : ` (${plain(block.note)})`;
      return [`${'#'.repeat(block.level)} ${plain(block.text)}${note}`];
    }
    case 'fact':
      return [`- **${plain(block.term)}**: ${plain(block.value)}`];
    case 'sentence':
      return [plain(capitalised(block.text))];
    case 'vote':
      return [
        `- ${block.withdrawn ? `~~${plain(block.text)}~~` : plain(block.text)}`,
        ...block.details.flatMap((detail) =>
          detail.split(/\r?\n/).map((line) => `  - ${plain(line)}`),
        ),
      ];
    case 'typed':
      return [
        ...(block.label === '' ? [] : [`${plain(block.label)}:`, '']),
        ...block.text
          .trim()
          .split(/\r?\n/)
          .map((line) => `> ${plain(line)}`),
      ];
  }
}

/** What Markdown would take for a sign of its own, and HTML in it, stays what was typed. */
function plain(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\r\n]+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~]/g, (sign) => `\\${sign}`)
    .replace(
      /^(\s*)([-+]|\d+[.)])(?=\s)/,
      (_all, blank: string, sign: string) => `${blank}\\${sign}`,
    );
}
