import { Refusal } from '#shared/model/refusal.ts';
import type { Answer, GetRequest, Refused } from '../http/answer.ts';
import type { Answered } from './walk.ts';

/** How one place at a provider is asked, and what is said when that does not work. */
export type Asking = {
  ask(url: string, more?: Pick<GetRequest, 'etag' | 'limits'>): Promise<Answer>;
  refused(answer: Refused): Refusal;
  /** Of a success that is not what was expected. */
  unexpected(expected: string, found: unknown): Refusal;
};

/** Somebody waits for the answer, so it is not tried for long. Refuses whatever is no success. */
export async function askOnce(asking: Asking, url: string): Promise<Answered> {
  const answer = await asking.ask(url, { limits: { maxRetries: 1, longestWaitMs: 5000 } });
  switch (answer.kind) {
    case 'ok':
      return answer;
    case 'refused':
      throw asking.refused(answer);
    case 'rate-limited':
      throw new Refusal('unavailable', answer.message);
    case 'not-modified':
      throw asking.unexpected('an answer', null);
  }
}
