import { z } from 'zod';
import { noEtags } from '../http/etags.ts';
import type { ArtefactSource } from '../provider.ts';
import type { Asking } from '../reading/asking.ts';
import type { Answered } from '../reading/walk.ts';
import { walkPages } from '../reading/walk.ts';
import { artefactsIn, listsTogether } from '../reading/whole-list.ts';
import { components } from './components.ts';
import { openNexus, type Nexus } from './source.ts';

const page = z.object({
  items: z.array(z.unknown()).nullable(),
  continuationToken: z.string().min(1).max(10_000).nullish(),
});

/** Nexus gives ten components a page, whatever is asked for. */
const mostPages = 2000;

/** The components of each repository, in the order Nexus keeps: it has none by time. */
export const artefactSource: ArtefactSource = {
  isWhole: true,
  list(options) {
    const nexus = openNexus(options);
    return listsTogether(nexus.names.map((name) => ({ name, steps: listOf(nexus, name) })));
  },
};

export function componentsUrl({ root }: Nexus, name: string): string {
  return `${root}/components?${new URLSearchParams({ repository: name })}`;
}

function listOf(nexus: Nexus, name: string) {
  const asking = nexus.of(name);
  const first = componentsUrl(nexus, name);
  return walkPages({
    ...{ called: 'Nexus', first, etags: noEtags, mostPages },
    ask: asking.ask,
    refused: asking.refused,
    async read(answer) {
      const found = readPage(asking, answer);
      const token = found.continuationToken ?? null;
      const next =
        token === null ? null : `${first}&continuationToken=${encodeURIComponent(token)}`;
      return { ...artefactsIn('Nexus', components, answer.body), total: null, next };
    },
  });
}

/** Refuses what is no page of components; an empty one with a next one is. */
export function readPage(asking: Asking, { body }: Answered) {
  const found = page.safeParse(body);
  if (!found.success) throw asking.unexpected('a page of components', body);
  return found.data;
}
