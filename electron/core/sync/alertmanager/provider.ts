import type { Provider } from '../provider.ts';
import { alertRows, listAlerts, standing } from '../prometheus/alert-list.ts';
import { askOnce, openServer, placeOf, unexpectedShape } from '../prometheus/server.ts';
import type { MonitoringServer, ServerKind } from '../prometheus/server.ts';
import { readAnswer } from '../reading/answer-kinds.ts';
import { readAnswersFile } from '../reading/answers-file.ts';
import { alertmanagerAnswers } from './answers.ts';

const server: ServerKind = { called: 'Alertmanager', api: '/api/v2' };

/** Those that are silenced or inhibited, too: they show as suppressed. */
const everything = '/alerts?active=true&silenced=true&inhibited=true&unprocessed=true';

/** Alertmanager: what it notifies of, with what is silenced. */
export const alertmanager: Provider = {
  called: server.called,
  check: placeOf,
  alerts: {
    isWhole: true,
    list: (options) => listAlerts(server, everything, alertsIn, options),
  },
  async test(source) {
    const opened = openServer(server, source);
    const found = alertsIn(opened, (await askOnce(opened, everything)).body);
    return { repository: opened.tenant, workflows: [], notes: [standing(found)] };
  },
  readFile: (chunks, options) =>
    readAnswersFile(
      {
        called: server.called,
        answers: alertmanagerAnswers,
        howTo: 'Export its alerts with: curl https://HOST/api/v2/alerts > alerts.json',
      },
      chunks,
      options,
    ),
};

function alertsIn(opened: MonitoringServer, body: unknown) {
  if (!Array.isArray(body)) throw unexpectedShape(opened, 'a list of alerts', body);
  return alertRows(readAnswer(opened.called, alertmanagerAnswers, 'alerts', body));
}
