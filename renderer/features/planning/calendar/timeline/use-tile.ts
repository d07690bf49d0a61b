import { useQuery } from '@tanstack/react-query';
import type { Input, Output } from '#shared/contract/index.ts';
import type { TimelineTile, TimelineView } from '#shared/model/planning/timeline.ts';
import { useTransport } from '../../../../api/api-context.ts';
import { callProcedure } from '../../../../api/client.ts';
import { CallFailure } from '../../../../api/transport.ts';
import type { Transport } from '../../../../api/transport.ts';

type Piece = Input<'calendar.timelineTiles'>['pieces'][number];

/**
 * The facts of one piece of the sheet. Pieces that come into sight together are asked for together:
 * one question each would take longer to ask than to answer.
 */
export function useTile(view: TimelineView, piece: Piece) {
  const transport = useTransport();
  return useQuery<TimelineTile, CallFailure>({
    // Under the name of the procedure, as all answers are: its topics make it out of date.
    queryKey: ['calendar.timelineTiles', { view, piece }],
    queryFn: () => askTogether(transport, view, piece),
  });
}

type Waiting = { piece: Piece; done: (tile: TimelineTile) => void; failed: (why: Error) => void };

const asked = new Map<TimelineView, Waiting[]>();

function askTogether(
  transport: Transport,
  view: TimelineView,
  piece: Piece,
): Promise<TimelineTile> {
  return new Promise((done, failed) => {
    const known = asked.get(view);
    if (known !== undefined) {
      known.push({ piece, done, failed });
      return;
    }
    const waiting = [{ piece, done, failed }];
    asked.set(view, waiting);
    queueMicrotask(() => {
      asked.delete(view);
      void answer(transport, view, waiting);
    });
  });
}

async function answer(transport: Transport, view: TimelineView, waiting: readonly Waiting[]) {
  const pieces = waiting.map(({ piece }) => piece);
  const tiles = await tilesOf(transport, { view, pieces }).catch((why: unknown) =>
    why instanceof Error ? why : new Error(String(why)),
  );
  for (const [index, { done, failed }] of waiting.entries()) {
    const tile = tiles instanceof Error ? undefined : tiles[index];
    if (tile !== undefined) done(tile);
    else
      failed(tiles instanceof Error ? tiles : new Error('fewer pieces came than were asked for'));
  }
}

async function tilesOf(
  transport: Transport,
  input: Input<'calendar.timelineTiles'>,
): Promise<Output<'calendar.timelineTiles'>> {
  const envelope = await callProcedure(transport, 'calendar.timelineTiles', input);
  if (!envelope.ok) throw new CallFailure(envelope.error);
  return envelope.value;
}
