import { z } from 'zod';
import { Refusal } from '#shared/model/refusal.ts';
import type { Session } from './session.ts';

/** The value of a call; throws the refusal of one that failed. */
export async function valueOf(session: Session, name: string, input: unknown): Promise<unknown> {
  const answer = await session.call(name, input);
  if (answer.ok) return answer.value;
  throw new Refusal(answer.error.code, answer.error.message, answer.error.fields);
}

/** The id of the release people mean by an id, a number, an external change number or a name. */
export async function releaseNamed(session: Session, text: string): Promise<string> {
  const named = await valueOf(session, 'releases.named', { text });
  return z.object({ id: z.string() }).parse(named).id;
}
