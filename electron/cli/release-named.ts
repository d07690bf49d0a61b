import { z } from 'zod';
import { Refusal } from '#shared/model/refusal.ts';
import type { Session } from './session.ts';

const page = z.object({
  releases: z.array(z.object({ id: z.string(), number: z.number(), name: z.string() })),
  total: z.number(),
});
type Named = z.infer<typeof page>['releases'][number];

/** The value of a call; throws the refusal of one that failed. */
export async function valueOf(session: Session, name: string, input: unknown): Promise<unknown> {
  const answer = await session.call(name, input);
  if (answer.ok) return answer.value;
  throw new Refusal(answer.error.code, answer.error.message, answer.error.fields);
}

/** The id of the release people mean by an id, a number (`12`, `R-12`) or a name that fits one only. */
export async function releaseNamed(session: Session, given: string): Promise<string> {
  if (z.uuid().safeParse(given).success) return given;
  const number = /^(?:R-)?(\d+)$/i.exec(given)?.[1];
  const fits = (await allReleases(session)).filter(
    (release) =>
      release.name.toLowerCase() === given.toLowerCase() ||
      (number !== undefined && release.number === Number(number)),
  );
  const [only, second] = fits;
  if (only && !second) return only.id;
  const names = fits.map((release) => `R-${release.number} ${release.name}`).join(', ');
  throw new Refusal(
    'not_found',
    only
      ? `"${given}" fits ${fits.length} releases: ${names}. Give the number of one.`
      : `There is no release "${given}". Give its id, its number or its whole name; "slipway call releases.list" shows them.`,
  );
}

async function allReleases(session: Session): Promise<Named[]> {
  const all: Named[] = [];
  for (;;) {
    const input = { limit: 500, offset: all.length };
    const { releases, total } = page.parse(await valueOf(session, 'releases.list', input));
    all.push(...releases);
    if (releases.length === 0 || all.length >= total) return all;
  }
}
