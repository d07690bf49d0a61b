import type { Context, Handlers } from '#core/context.ts';
import { fileName } from '#core/file-name.ts';
import type { Output } from '#shared/contract/index.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { packCandidates } from './candidates.ts';
import { chooseResponse } from './choose.ts';
import { createPack } from './create.ts';
import { contentOf } from './gather.ts';
import type { PackSources } from './gather.ts';
import { importResponse } from './import.ts';
import { requirePack } from './rows.ts';
import { getPack, listPacks } from './views.ts';

type Names =
  | 'packs.candidates'
  | 'packs.list'
  | 'packs.get'
  | 'packs.file'
  | 'packs.choose'
  | 'cab.createPack'
  | 'cab.importResponse';

export function createPacks(sources: PackSources): Handlers<Names> {
  return {
    'packs.candidates': (_input, context) => packCandidates(context),
    'packs.list': (_input, context) => listPacks(context),
    'packs.get': ({ id }, context) => getPack(id, context),
    'packs.file': ({ id }, context) => packFile(id, context),
    'packs.choose': ({ responseId }, context) => chooseResponse(responseId, context),
    'cab.createPack': (input, context) => createPack(input, context, sources),
    'cab.importResponse': (input, context) => importResponse(input, context),
  };
}

function packFile(id: string, { store }: Context): Output<'packs.file'> {
  const { title, digest } = requirePack(store, id);
  const content = contentOf(store, digest);
  if (content !== null) {
    return {
      fileName: fileName(title, 'CAB pack', 'html'),
      mediaType: 'text/html',
      text: content.toString('utf8'),
      sha256: digest,
    };
  }
  throw new Refusal(
    'precondition_failed',
    `The file of “${title}” is missing or damaged in this workspace: it no longer has the SHA-256 ${digest.slice(0, 12)}… it was made with. Make a new pack, or take this one from a backup.`,
  );
}
