import type { RateLimited } from '../http/answer.ts';
import { word } from '../reading/place.ts';
import { isRecord } from '../record.ts';
import { refusalOf } from './refusal.ts';
import { ask, type Azure } from './source.ts';

/** A build as far as it is told; `lacking` says what could not be read of it, and why. */
export type Told = { kind: 'told'; build: unknown; lacking: string | null };

/**
 * A build with its timeline beside it, as an export may have it; without, where there is none yet.
 * Refuses (`forbidden`) where the token does not count any more. A right that is missing, or a server
 * that does not recover, leaves the build as the list tells it.
 */
export async function withTimeline(azure: Azure, build: unknown): Promise<Told | RateLimited> {
  if (!isRecord(build) || !hasBegun(build['status'])) return told(build);
  const id = String(build['id']);
  const url = `${azure.root}/build/builds/${encodeURIComponent(id)}/timeline`;
  const answer = await ask(azure, url);
  switch (answer.kind) {
    case 'rate-limited':
      return answer;
    case 'not-modified':
      return told(build);
    case 'ok':
      return told(isRecord(answer.body) ? { ...build, timeline: answer.body } : build);
    case 'refused': {
      const { status } = answer;
      // None before the build began, or gone with it meanwhile.
      if (status === 204 || status === 404 || status === 410) return told(build);
      if (status < 400 || status === 401) throw refusalOf(azure, answer);
      const why = `its timeline could not be read (${status})`;
      return told(
        build,
        `${why}: whether it waits for an approval, and its attempt, are not known`,
      );
    }
  }
}

function told(build: unknown, lacking: string | null = null): Told {
  return { kind: 'told', build, lacking };
}

function hasBegun(status: unknown): boolean {
  return typeof status === 'string' && ['inprogress', 'completed'].includes(word(status));
}
