import { decision } from '#core/database/schema/approvals.ts';
import { alive, iso, oneOf } from '#core/database/select.ts';
import type { Context } from '#core/context.ts';
import { fileName } from '#core/file-name.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { AgendaGate, AgendaItem } from '#shared/model/governance/cab-views.ts';
import { stoodInWords } from '#shared/rules/governance/stand-ins.ts';
import { minutesMarkdown } from '#shared/rules/governance/cab/minutes-markdown.ts';
import { minutesOf } from '#shared/rules/governance/cab/minutes.ts';
import type { MinutedItem, Minutes, MinutesFacts } from '#shared/rules/governance/cab/minutes.ts';
import { dateIn, formatInFull } from '#shared/rules/planning/zoned-time.ts';
import { roleWords } from '#shared/rules/workspace/roles.ts';
import { listPeople, listRoles } from '../../workspace/people/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { readAgenda } from './agenda.ts';

/** The page of minutes; handed in, since reports are made from features and not the other way. */
export type RenderMinutes = (page: { minutes: Minutes; foot: string }) => string;

export function writeMinutes(
  { meetingId, format }: Parsed<'cab.minutes'>,
  context: Context,
  render: RenderMinutes,
): Output<'cab.minutes'> {
  if (format === 'html') {
    const { name, html } = minutesPage(meetingId, context, render);
    return { fileName: fileName(name, 'minutes', 'html'), mediaType: 'text/html', text: html };
  }
  const facts = minutesFacts(meetingId, context);
  return {
    fileName: fileName(nameOf(facts), 'minutes', 'md'),
    mediaType: 'text/markdown',
    text: minutesMarkdown(minutesOf(facts)),
  };
}

/** The page as it is saved, laid out on paper by the browser the host lends. */
export async function printMinutes(
  { meetingId, paper }: Parsed<'cab.minutesPdf'>,
  context: Context,
  render: RenderMinutes,
): Promise<Output<'cab.minutesPdf'>> {
  const { platform, signal } = context;
  const { name, html } = minutesPage(meetingId, context, render);
  const bytes = await platform.printPdf(html, { paper, landscape: false }, signal);
  return {
    fileName: fileName(name, 'minutes', 'pdf'),
    mediaType: 'application/pdf',
    content: Buffer.from(bytes).toString('base64'),
  };
}

function minutesPage(meetingId: string, context: Context, render: RenderMinutes) {
  const facts = minutesFacts(meetingId, context);
  const { title, zone } = facts.meeting;
  const head = context.store.head()?.hash ?? 'empty';
  const foot = `${title}, ${formatInFull(iso(context.now), zone)}, journal ${head}`;
  return { name: nameOf(facts), html: render({ minutes: minutesOf(facts), foot }) };
}

function nameOf({ meeting: { title, startsAt, zone } }: MinutesFacts): string {
  return `${title} ${dateIn(startsAt, zone)}`;
}

function minutesFacts(meetingId: string, { store, now }: Context): MinutesFacts {
  const { meeting, items, review } = readAgenda(store, meetingId, now);
  const people = new Map(listPeople(store).map(({ id, name }) => [id, name]));
  const roles = new Map(listRoles(store).map(({ key, name }) => [key, name]));
  const called = (id: string): string => people.get(id) ?? 'somebody who left';
  const taken = items.flatMap(({ gates }) => gates.flatMap(({ takenIds }) => takenIds));
  const deferred = new Map(
    store.orm
      .select({ id: decision.id, to: decision.deferredTo })
      .from(decision)
      .where(alive(decision, oneOf(decision.id, taken)))
      .all()
      .map(({ id, to }) => [id, to]),
  );
  const votesOf = ({ decisions, seats, takenIds }: AgendaGate) =>
    decisions
      .filter(({ id }) => takenIds.includes(id))
      .map(({ id, outcome, comment, withdrawn, decidedAt, ...each }) => {
        const seat = seats.find(({ key }) => key === each.placeKey);
        return {
          ...{ outcome, comment, withdrawn, decidedAt },
          who: called(each.decidedById),
          role: seat === undefined ? '' : roleWords(seat.roleKey, roles),
          stoodIn: stoodInWords(each, called),
          deferredTo: deferred.get(id) ?? null,
          conditions: each.conditions.map(({ text, ownerId, dueOn }) => ({
            ...{ text, dueOn, owner: called(ownerId) },
          })),
        };
      });
  const minuted = ({ gates, release, ...item }: AgendaItem): MinutedItem => ({
    ...item,
    release,
    risk: release === null ? null : release.band,
    gates: gates.map((gate) => ({ name: gate.name, votes: votesOf(gate) })),
  });
  return {
    workspace: readWorkspace(store).name,
    meeting,
    chair: meeting.chairId === null ? null : called(meeting.chairId),
    attendees: meeting.attendeeIds.map(called),
    items: items.map(minuted),
    review:
      review === null
        ? null
        : {
            ...{ text: review.text, dueOn: review.dueOn },
            owner: review.ownerId === null ? null : called(review.ownerId),
          },
    now: iso(now),
  };
}
