import { runTools } from './check/run-tools.ts';
import type { ToolResult } from './check/run-tools.ts';
import { tools } from './check/tools.ts';

/** Checks the sources: all tools, or those named. The output of a tool is shown when it failed. */
export async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !tools.some((tool) => tool.name === name));
  if (unknown.length > 0) {
    const known = tools.map(({ name }) => `"${name}"`).join(', ');
    console.error(`Expected ${known} and found "${unknown.join('", "')}".`);
    process.exitCode = 2;
    return;
  }
  const wanted = names.length === 0 ? tools : tools.filter(({ name }) => names.includes(name));
  const results = await runTools(wanted, 2, printResult);
  if (results.some(({ ok }) => !ok)) process.exitCode = 1;
}

/** One line for what passed; for what failed its output, and what to do about it. */
export function printResult({ tool, ok, seconds, output }: ToolResult): void {
  const time = `${seconds.toFixed(1)} s`;
  if (ok) console.log(`✓ ${tool.name} (${time})`);
  else console.log(`✗ ${tool.name} (${time}): ${tool.remedy}\n${output.trimEnd()}\n`);
}

if (import.meta.main) await main(process.argv.slice(2));
