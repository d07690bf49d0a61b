import { z } from 'zod';
import { keyOf, sign } from '#core/features/governance/packs/sign.ts';
import type { PackAnswer } from '#shared/model/governance/packs.ts';
import { responseText, signedText } from '#shared/rules/governance/packs/response-file.ts';

const data = z.object({
  pack: z.object({ id: z.string(), title: z.string(), fingerprint: z.string() }),
  workspace: z.object({ id: z.string(), name: z.string() }),
  asked: z.array(z.object({ gateId: z.string(), fingerprint: z.string() })),
  reviewers: z.array(
    z.object({ id: z.string(), name: z.string(), salt: z.string(), gateIds: z.array(z.string()) }),
  ),
});

/** What the script of a pack reads out of its page. */
export function packData(page: string): z.infer<typeof data> {
  const [, text = ''] = /<div id="pack" hidden>([^<]*)<\/div>/.exec(page) ?? [];
  const plain = text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#96;', '`')
    .replaceAll('&amp;', '&');
  return data.parse(JSON.parse(plain));
}

export type Said = Partial<PackAnswer> & { gateId: string };

/** The file the pack saves for a reviewer: written and signed as its script does. */
export async function answerFile(
  page: string,
  given: { code: string; reviewerId: string; at: string; says: Said[]; comment?: string },
  changed: Record<string, unknown> = {},
): Promise<string> {
  const { pack, workspace, asked, reviewers } = packData(page);
  const reviewer = reviewers.find(({ id }) => id === given.reviewerId);
  const answer = {
    workspaceId: workspace.id,
    workspace: workspace.name,
    packId: pack.id,
    pack: pack.title,
    fingerprint: pack.fingerprint,
    reviewerId: given.reviewerId,
    reviewer: reviewer?.name ?? '',
    answeredAt: given.at,
    comment: given.comment ?? '',
    answers: given.says.map((said) => ({
      gateId: said.gateId,
      fingerprint: asked.find(({ gateId }) => gateId === said.gateId)?.fingerprint ?? '',
      outcome: said.outcome ?? 'go',
      comment: said.comment ?? '',
      conditions: said.conditions ?? [],
      deferredTo: said.deferredTo ?? null,
    })),
    ...changed,
  };
  const key = await keyOf(given.code, reviewer?.salt ?? '');
  return responseText(answer, sign(key, signedText(answer)));
}
