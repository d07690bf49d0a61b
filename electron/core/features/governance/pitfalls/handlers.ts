import type { Context, Handlers } from '#core/context.ts';
import { definedOf } from '#core/defined-fields.ts';
import { rowOf } from '#core/database/plain-rows.ts';
import { workspace } from '#core/database/schema/workspace.ts';
import type { Store } from '#core/database/store.ts';
import type { Parsed } from '#shared/contract/index.ts';
import { pitfallKeys } from '#shared/model/governance/pitfalls.ts';
import type {
  PitfallKey,
  PitfallSettings,
  PitfallView,
} from '#shared/model/governance/pitfalls.ts';
import {
  pitfallSettingOf,
  withPitfallSetting,
} from '#shared/rules/governance/pitfalls/settings.ts';
import { findPitfall } from './find.ts';

/** As many rows as the list gives where nothing else is asked for. */
const usualRows = 20;

export const pitfalls: Handlers<'pitfalls.list' | 'pitfalls.set'> = {
  'pitfalls.list': ({ key, most }, context) => {
    const kept = readSettings(context.store);
    const keys = key === undefined ? pitfallKeys : [key];
    return keys.map((each) => viewOf(each, kept, most, context));
  },
  'pitfalls.set': (input, context) => set(input, context),
};

/** The workspace keeps only what differs from the defaults. */
function set({ rev, key, ...patch }: Parsed<'pitfalls.set'>, context: Context): PitfallView {
  const { store } = context;
  context.transact((write) => {
    const changed = withPitfallSetting(readSettings(store), key, definedOf(patch));
    write.update(workspace, store.workspaceId, { pitfalls: changed }, rev);
  });
  return viewOf(key, readSettings(store), usualRows, context);
}

function readSettings(store: Store): PitfallSettings {
  return rowOf(store, workspace, store.workspaceId)?.pitfalls ?? {};
}

function viewOf(
  key: PitfallKey,
  kept: PitfallSettings,
  most: number,
  context: Pick<Context, 'store' | 'now'>,
): PitfallView {
  const setting = pitfallSettingOf(kept, key);
  // What is off is not looked for: that is what turning it off saves.
  if (!setting.isOn) {
    return {
      key,
      ...setting,
      state: 'off',
      looked: 0,
      found: 0,
      said: 'Not looked for.',
      rows: [],
    };
  }
  const { looked, said, tooFew, rows } = findPitfall(key, setting.limit, context);
  const state = tooFew ? 'too-few' : rows.length > 0 ? 'found' : 'clear';
  return { key, ...setting, state, looked, said, found: rows.length, rows: rows.slice(0, most) };
}
