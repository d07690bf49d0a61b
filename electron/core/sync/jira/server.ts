import { z } from 'zod';
import { isJiraCloud } from '#shared/rules/delivery/jira-address.ts';
import type { GetRequest, RateLimited } from '../http/answer.ts';
import { text } from '../reading/fields.ts';
import { word } from '../reading/place.ts';
import { refusalOf, unexpectedShape } from './refusal.ts';
import { ask, type Jira } from './source.ts';

const about = z.object({ deploymentType: text, version: text, baseUrl: text });

/** Which of the two Jiras answers, and its clock in milliseconds since 1970. */
export type Server = { kind: 'server'; isCloud: boolean; serverNow: number };

/** The two have searches of different shapes. A name of the cloud’s own tells, too. */
export async function serverOf(
  jira: Jira,
  more?: Pick<GetRequest, 'limits'>,
): Promise<Server | RateLimited> {
  const answer = await ask(jira, '/rest/api/2/serverInfo', more);
  const isCloud = isJiraCloud(new URL(jira.baseUrl).hostname);
  switch (answer.kind) {
    case 'rate-limited':
      return answer;
    case 'not-modified':
      throw unexpectedShape(jira, 'what it is', null);
    case 'refused': {
      // A token limited to scopes may read issues and not this.
      const now = Date.parse(answer.headers.get('date') ?? '');
      if (isCloud && answer.status === 403 && !Number.isNaN(now)) {
        return { kind: 'server', isCloud, serverNow: now };
      }
      throw refusalOf(jira, answer);
    }
    case 'ok': {
      const found = about.safeParse(answer.body);
      if (!found.success || !(found.data.version || found.data.deploymentType)) {
        throw unexpectedShape(jira, 'what it is', answer.body);
      }
      const saysCloud = word(found.data.deploymentType) === 'cloud';
      return { kind: 'server', isCloud: isCloud || saysCloud, serverNow: answer.serverNow };
    }
  }
}
