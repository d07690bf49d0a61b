import type { Context, RunningProgress } from './context.ts';

/** Long work that is told of while it runs, and can be cancelled under the caller's id. */
export async function reported<T>(
  what: string,
  { progressId }: { progressId?: string | undefined },
  context: Context,
  work: (progress: RunningProgress) => Promise<T>,
): Promise<T> {
  const progress = context.startProgress(progressId, what);
  try {
    const result = await work(progress);
    progress.end('done');
    return result;
  } catch (error) {
    progress.end(progress.signal.aborted ? 'cancelled' : 'failed');
    throw error;
  }
}
