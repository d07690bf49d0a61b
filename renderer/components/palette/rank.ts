import type { PaletteCommand } from './CommandPalette.tsx';
import { begins, matchScore } from './match.ts';

/** More than anybody reads. */
const mostCommands = 60;

/**
 * The commands that fit a query, best first within their group; groups by their best. An empty query
 * leaves everything in its order. What a search found keeps the order it came in: behind the groups
 * with a command that begins as what was typed, before all others: a name that is looked for also
 * stands in “Undo: created Payments 4.2”.
 */
export function rankCommands(
  commands: readonly PaletteCommand[],
  query: string,
  found: readonly PaletteCommand[] = [],
): readonly PaletteCommand[] {
  const scored = commands.flatMap((command) => {
    const score = scoreOf(command, query);
    return score === null ? [] : [{ command, score }];
  });
  if (query.trim() !== '') scored.sort((a, b) => a.score - b.score);
  const groups = [...Map.groupBy(scored, ({ command }) => command.group).values()];
  const called = groups.filter((group) =>
    group.some(({ command }) => begins(query, command.label)),
  );
  const loose = groups.filter((group) => !called.includes(group));
  const shown = (some: typeof groups) =>
    some
      .flat()
      .slice(0, mostCommands)
      .map(({ command }) => command);
  return [...shown(called), ...found, ...shown(loose)];
}

function scoreOf(command: PaletteCommand, query: string): number | null {
  const own = matchScore(query, command.label);
  if (own !== null) return own;
  const wider = matchScore(query, [command.label, command.hint, command.also].join(' '));
  return wider === null ? null : wider + 5;
}
