import type { Handlers } from '#core/context.ts';
import type { ProcedureName } from '#shared/contract/index.ts';
import type { cab } from '#shared/contract/governance/cab/index.ts';
import { readAgenda } from './agenda.ts';
import { closeMeeting } from './close.ts';
import { decideInMeeting } from './decide.ts';
import {
  addItems,
  createMeeting,
  moveItem,
  removeItem,
  removeMeeting,
  updateItem,
  updateMeeting,
} from './edits.ts';
import { holdEmergency, readVoters } from './emergency.ts';
import { readBoardFacts } from './facts.ts';
import type { FindingsAt } from './facts.ts';
import { listMeetings } from './list.ts';
import { printMinutes, writeMinutes } from './minutes.ts';
import type { RenderMinutes } from './minutes.ts';
import { openOne, pauseMeeting, resumeMeeting, skip, startMeeting, turn } from './turns.ts';

type Names = keyof typeof cab & ProcedureName;

type Given = { findingsAt: FindingsAt; renderMinutes: RenderMinutes };

export function createCab({ findingsAt, renderMinutes }: Given): Handlers<Names> {
  return {
    'cab.list': (input, { store }) => listMeetings(store, input),
    'cab.agenda': ({ meetingId }, { store, now }) => readAgenda(store, meetingId, now),
    'cab.facts': ({ itemId }, { store, now }) => readBoardFacts(store, itemId, now, findingsAt),
    'cab.create': (input, context) => createMeeting(input, context),
    'cab.update': (input, context) => updateMeeting(input, context),
    'cab.remove': ({ id }, context) => removeMeeting(id, context),
    'cab.addItems': (input, context) => addItems(input, context),
    'cab.updateItem': (input, context) => updateItem(input, context),
    'cab.removeItem': ({ id }, context) => removeItem(id, context),
    'cab.moveItem': (input, context) => moveItem(input, context),
    'cab.start': ({ meetingId }, context) => startMeeting(meetingId, context),
    'cab.pause': ({ meetingId }, context) => pauseMeeting(meetingId, context),
    'cab.resume': ({ meetingId }, context) => resumeMeeting(meetingId, context),
    'cab.turn': ({ meetingId, to }, context) => turn(meetingId, to, context),
    'cab.open': ({ itemId }, context) => openOne(itemId, context),
    'cab.skip': ({ itemId }, context) => skip(itemId, context),
    'cab.decide': (input, context) => decideInMeeting(input, context),
    'cab.close': (input, context) => closeMeeting(input, context),
    'cab.minutes': (input, context) => writeMinutes(input, context, renderMinutes),
    'cab.minutesPdf': (input, context) => printMinutes(input, context, renderMinutes),
    'cab.emergencyVoters': ({ releaseId }, context) => readVoters(releaseId, context),
    'cab.emergency': (input, context) => holdEmergency(input, context),
  };
}
