import { pitfallKeys } from '#shared/model/governance/pitfalls.ts';
import type {
  PitfallKey,
  PitfallSetting,
  PitfallSettings,
} from '#shared/model/governance/pitfalls.ts';

const defaults: Record<PitfallKey, PitfallSetting> = {
  'gates-never-refused': { isOn: true, limit: 20 },
  'releases-without-update': { isOn: true, limit: 14 },
  'rollback-not-rehearsed': { isOn: true, limit: 14 },
  'unclear-accountable': { isOn: true, limit: 90 },
  'scope-after-freeze': { isOn: true, limit: 1 },
  'waiting-longer-than-working': { isOn: true, limit: 5 },
};

/** The setting in force; a workspace keeps only what differs from the defaults. */
export function pitfallSettingOf(kept: PitfallSettings, key: PitfallKey): PitfallSetting {
  return kept[key] ?? defaults[key];
}

/** What a workspace keeps after one setting was changed. */
export function withPitfallSetting(
  kept: PitfallSettings,
  key: PitfallKey,
  patch: Partial<PitfallSetting>,
): PitfallSettings {
  const { isOn, limit } = { ...pitfallSettingOf(kept, key), ...patch };
  const isDefault = isOn === defaults[key].isOn && limit === defaults[key].limit;
  const next: PitfallSettings = {};
  for (const each of pitfallKeys) {
    const setting = each === key ? { isOn, limit } : kept[each];
    if (setting !== undefined && !(each === key && isDefault)) next[each] = setting;
  }
  return next;
}
