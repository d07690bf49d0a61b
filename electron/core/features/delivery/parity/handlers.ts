import type { Handlers } from '#core/context.ts';
import { compareSettings } from '#shared/rules/delivery/parity/compare-settings.ts';
import { readSide } from './read-side.ts';
import type { ReadSide } from './read-side.ts';

export const parity: Handlers<'parity.compare'> = {
  'parity.compare': async (input, context) => {
    const left = await readSide(input.left, 'left', context);
    const right = await readSide(input.right, 'right', context);
    return {
      left: told(left),
      right: told(right),
      ...compareSettings(left.settings, right.settings),
    };
  },
};

function told({ name, format, settings, notes }: ReadSide) {
  return { name, format, settings: settings.length, notes };
}
