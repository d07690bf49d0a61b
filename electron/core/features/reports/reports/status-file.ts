import type { Context } from '#core/context.ts';
import { partsOf } from '#core/database/plain-rows.ts';
import { stakeholder } from '#core/database/schema/plan.ts';
import type { Store } from '#core/database/store.ts';
import { fileName } from '#core/file-name.ts';
import { renderStatus } from '#core/reports/status/page.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { assertNever } from '#shared/model/refusal.ts';
import { statusText } from '#shared/rules/reports/status/text.ts';
import { weekInWords } from '#shared/rules/reports/status/words.ts';
import { writeEml } from '#shared/rules/workspace/eml.ts';
import { listPeople } from '../../workspace/people/index.ts';
import { gatherStatus } from './status.ts';

/** The page to pass on: one HTML file, a draft for a mail program, or plain text. */
export function statusFile(
  { format, to, ...asked }: Parsed<'reports.statusFile'>,
  context: Context,
): Output<'reports.statusFile'> {
  const { report, releaseIds } = gatherStatus(asked, context);
  const { workspace, weeks, service } = report;
  const [first] = weeks;
  const named = (ending: string) =>
    fileName(workspace, `status ${first?.from ?? report.today}`, ending);
  switch (format) {
    case 'html':
      return {
        fileName: named('html'),
        mediaType: 'text/html',
        text: renderStatus(report),
        recipients: 0,
      };
    case 'text':
      return {
        fileName: named('txt'),
        mediaType: 'text/plain',
        text: statusText(report),
        recipients: 0,
      };
    case 'eml': {
      const informed = to === 'informed' ? informedOf(context.store, releaseIds) : [];
      const of = service === null ? workspace : `${workspace}, ${service}`;
      const week = first === undefined ? '' : `, ${weekInWords(first, report.today)}`;
      const message = { to: informed, subject: `Release status: ${of}${week}`, at: report.at };
      return {
        fileName: named('eml'),
        mediaType: 'message/rfc822',
        text: writeEml({ ...message, text: statusText(report), html: renderStatus(report) }),
        recipients: informed.length,
      };
    }
    default:
      return assertNever(format);
  }
}

const looksLikeAddress = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/;

/** Stakeholders who are informed of these releases and have an address, each once. */
function informedOf(store: Store, releaseIds: readonly string[]) {
  const people = new Map(listPeople(store).map((person) => [person.id, person]));
  const rows = partsOf(store, stakeholder, releaseIds);
  const found = new Map<string, { name: string; email: string }>();
  for (const row of releaseIds.flatMap(rows)) {
    if (row.involvement !== 'informed') continue;
    const person = row.personId === null ? undefined : people.get(row.personId);
    const known = person === undefined || person.email === '' ? row.contact : person.email;
    const email = known.trim();
    if (!looksLikeAddress.test(email)) continue;
    found.set(email.toLowerCase(), { name: person?.name ?? row.name, email });
  }
  return [...found.values()];
}
