import { z } from 'zod';
import type { MetricSource } from '../provider.ts';
import { readAnswer } from '../reading/answer-kinds.ts';
import { samples } from './samples.ts';
import { ask, openServer, prometheusServer, refusalOf, unexpectedShape } from './server.ts';

/** What a check has to look through; a query that gives more has to be aggregated. */
const largestAnswer = 8 * 1024 * 1024;

const envelope = z.object({
  status: z.literal('success'),
  data: z.object({ resultType: z.string() }),
  warnings: z.array(z.string()).nullish(),
});

/** The values of a query over a time. Its GET form, since nothing here ever posts. */
export const metricSource: MetricSource = {
  async ask(source, { query, fromMs, toMs, stepSeconds }) {
    const server = openServer(prometheusServer, source);
    const asked = new URLSearchParams({
      query,
      start: String(fromMs / 1000),
      end: String(toMs / 1000),
      step: String(stepSeconds),
    });
    const answer = await ask(server, `/query_range?${asked}`, {
      limits: { maxRetries: 2, longestWaitMs: 10_000, maxBodyBytes: largestAnswer },
    });
    if (answer.kind === 'rate-limited') return answer;
    if (answer.kind === 'refused') {
      const refusal = refusalOf(server, answer);
      // What is wrong with the question is no fault of the connection.
      const isQuestion = answer.status === 400 || answer.status === 422;
      if (!isQuestion) throw refusal;
      return { kind: 'rejected', reason: answer.said === '' ? refusal.message : answer.said };
    }
    const told = answer.kind === 'ok' ? envelope.safeParse(answer.body).data : undefined;
    if (answer.kind !== 'ok' || told === undefined) {
      throw unexpectedShape(
        server,
        'the result of a query',
        answer.kind === 'ok' ? answer.body : null,
      );
    }
    const { rows, warnings } = readAnswer(server.called, [samples], 'query-range', answer.body);
    return {
      kind: 'samples',
      samples: rows.filter((row) => row.kind === 'sample'),
      warnings: warnings.map(({ at, reason }) =>
        at.startsWith('warnings[') ? reason : `${at} ${reason}`,
      ),
    };
  },
};
