import { spawn } from 'node:child_process';
import { root } from '../root.ts';
import type { Tool } from './tools.ts';

export type ToolResult = { tool: Tool; ok: boolean; seconds: number; output: string };

/** Runs tools, `atOnce` at a time; each result is handed on when it is there, in order of ending. */
export async function runTools(
  tools: readonly Tool[],
  atOnce: number,
  onResult: (result: ToolResult) => void,
): Promise<ToolResult[]> {
  const waiting = [...tools];
  const results: ToolResult[] = [];
  const worker = async () => {
    for (let tool = waiting.shift(); tool !== undefined; tool = waiting.shift()) {
      const result = await runTool(tool);
      results.push(result);
      onResult(result);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

function runTool(tool: Tool): Promise<ToolResult> {
  const start = performance.now();
  const child = spawn(process.execPath, tool.args, { cwd: root, env: quietColours() });
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  child.stderr.on('data', (part: Buffer) => parts.push(part));
  return new Promise((done) => {
    const end = (ok: boolean, more: string) =>
      done({
        tool,
        ok,
        seconds: (performance.now() - start) / 1000,
        output: Buffer.concat(parts).toString() + more,
      });
    child.on('error', (error) => end(false, error.message));
    child.on('close', (code) => end(code === 0, ''));
  });
}

/** The output is held back and may be read in a file: without a terminal's colours. */
function quietColours(): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _, ...env } = process.env;
  return { ...env, NO_COLOR: '1' };
}
