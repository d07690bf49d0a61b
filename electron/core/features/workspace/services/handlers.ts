import type { Handlers } from '#core/context.ts';
import { service } from '#core/database/schema/workspace.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { checkScheme } from '#shared/rules/planning/versions/versions.ts';
import { refuseUnknownCalendar } from '../people/index.ts';
import { pasteServices } from './paste.ts';
import { hasTeam, listServices, toService } from './rows.ts';

export const services: Handlers<'services.list' | 'services.save' | 'services.paste'> = {
  'services.list': (_input, { store }) => listServices(store),

  'services.save': (input, context) => {
    const { id, rev, ...values } = input;
    const checked = checkScheme(values.versionScheme);
    if (!checked.ok) {
      throw new Refusal('invalid_input', checked.message, { versionScheme: checked.message });
    }
    if (typeof values.teamId === 'string' && !hasTeam(context.store, values.teamId)) {
      const message = 'is no team of this workspace; it may have been removed, choose another one';
      throw new Refusal('invalid_input', `The team ${message}.`, { teamId: message });
    }
    refuseUnknownCalendar(context.store, values.holidayCalendarId);
    const saved = context.transact((write) =>
      id === undefined ? write.insert(service, values) : write.update(service, id, values, rev),
    );
    return toService(saved);
  },

  'services.paste': (input, context) => pasteServices(input, context),
};
