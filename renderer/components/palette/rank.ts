import type { PaletteCommand } from './CommandPalette.tsx';
import { matchScore } from './match.ts';

/**
 * The commands that fit a query, best first within their group; groups by their best. An empty query
 * leaves everything in its order. At most 60, which is more than anybody reads.
 */
export function rankCommands(
  commands: readonly PaletteCommand[],
  query: string,
): readonly PaletteCommand[] {
  const scored = commands.flatMap((command) => {
    const score = scoreOf(command, query);
    return score === null ? [] : [{ command, score }];
  });
  if (query.trim() !== '') scored.sort((a, b) => a.score - b.score);
  const groups = Map.groupBy(scored, ({ command }) => command.group);
  return [...groups.values()]
    .flat()
    .slice(0, 60)
    .map(({ command }) => command);
}

function scoreOf(command: PaletteCommand, query: string): number | null {
  const own = matchScore(query, command.label);
  if (own !== null) return own;
  const wider = matchScore(query, [command.label, command.hint, command.also].join(' '));
  if (wider !== null) return wider + 5;
  return command.found === true ? 20 : null;
}
