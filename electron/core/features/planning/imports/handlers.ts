import type { Context, Handlers, RunningProgress } from '#core/context.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { Session } from '#core/session.ts';
import { applyItems } from './apply.ts';
import { evaluate } from './evaluate.ts';
import type { Evaluated } from './evaluate.ts';
import { forgetMapping, listMappings } from './mappings.ts';
import { readBook } from './read-source.ts';
import type { LastBook } from './read-source.ts';

type Names = 'imports.preview' | 'imports.apply' | 'imports.mappings' | 'imports.forget';
type Asked = Pick<Parsed<'imports.preview'>, 'source' | 'reading' | 'anew' | 'progressId'>;

/** What was read last in each session: while columns are chosen the same file is asked for again. */
const lastBooks = new WeakMap<Session, LastBook>();

export const imports: Handlers<Names> = {
  'imports.preview': async (input, context) => (await read(input, context)).preview,

  'imports.apply': async (input, context) => {
    context.requireActor();
    const evaluated = await read(input, context);
    lastBooks.delete(context.session);
    return applyItems(evaluated, input, context);
  },

  'imports.mappings': (_input, { store }) => listMappings(store),
  'imports.forget': ({ id }, context) => forgetMapping(id, context),
};

async function read(input: Asked, context: Context): Promise<Evaluated> {
  const progress: RunningProgress = context.startProgress(input.progressId, 'Read the sheet');
  try {
    const last = await readBook(
      input.source,
      context,
      progress.signal,
      lastBooks.get(context.session),
    );
    if (last.key !== '') lastBooks.set(context.session, last);
    const evaluated = await evaluate(input, last.book, context, progress);
    progress.end('done');
    return evaluated;
  } catch (error) {
    progress.end(progress.signal.aborted ? 'cancelled' : 'failed');
    throw error;
  }
}
