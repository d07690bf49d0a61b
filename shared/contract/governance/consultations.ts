import { z } from 'zod';
import { consultation } from '#shared/model/governance/approvals.ts';
import { dateText, id } from '#shared/model/primitives.ts';
import { command, query } from '../procedure.ts';

const said = (what: string) =>
  z
    .string()
    .trim()
    .min(1, `is empty; ${what}`)
    .max(20_000, 'is longer than 20,000 characters; attach a file instead');

export const consultations = {
  'consultations.list': query({
    about:
      'Lists who was consulted about a gate and what they answered; whom the matrix names besides, the gate itself says.',
    input: z.strictObject({ gateId: id }),
    output: z.array(consultation),
    topics: ['approvals', 'people', 'releases'],
  }),
  'consultations.ask': command({
    about: 'Asks people for their word before a gate is decided; each is asked once.',
    input: z.strictObject({
      gateId: id,
      personIds: z.array(id).min(1, 'is empty; choose somebody to ask').max(50),
      question: said('say what is asked'),
      dueOn: dateText.nullable().default(null),
    }),
    output: z.array(consultation),
    topics: ['approvals', 'gates', 'releases'],
  }),
  'consultations.answer': command({
    about: 'Records what somebody who was consulted answered, by themselves or for them.',
    input: z.strictObject({ id, answer: said('write what they said') }),
    output: consultation,
    topics: ['approvals', 'gates', 'releases'],
  }),
};
