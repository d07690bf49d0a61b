import type { Context, Handlers } from '#core/context.ts';
import { reported } from '#core/reported.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { Session } from '#core/session.ts';
import { applyItems, checkAccepted } from './apply.ts';
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
    checkAccepted(evaluated, input);
    const { counts, reading } = evaluated.preview;
    const what = `Import ${counts.new + counts.changed} ${reading.kind}`;
    const done = await reported(what, input, context, (progress) =>
      applyItems(evaluated, context, progress),
    );
    lastBooks.delete(context.session);
    return done;
  },

  'imports.mappings': (_input, { store }) => listMappings(store),
  'imports.forget': ({ id }, context) => forgetMapping(id, context),
};

function read(input: Asked, context: Context): Promise<Evaluated> {
  return reported('Read the sheet', input, context, async (progress) => {
    const known = lastBooks.get(context.session);
    const last = await readBook(input.source, context, progress.signal, known);
    if (last.key !== '') lastBooks.set(context.session, last);
    return evaluate(input, last.book, context, progress);
  });
}
