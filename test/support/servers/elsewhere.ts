import { listenOnLoopback, record, type Loopback, type RecordedRequest } from './loopback.ts';

/** Another origin, where no credential may ever arrive: it remembers all it is asked. */
export type Elsewhere = Loopback & { requests: RecordedRequest[] };

/** Answers everything with an empty page of runs, so that a client that follows would go on happily. */
export async function startElsewhere(): Promise<Elsewhere> {
  const requests: RecordedRequest[] = [];
  const loopback = await listenOnLoopback((request, response) => {
    requests.push(record(request));
    response.setHeader('content-type', 'application/json');
    response.end('{"total_count":0,"workflow_runs":[]}');
  });
  return { ...loopback, requests };
}
