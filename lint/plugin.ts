import type { ESLint } from 'eslint';
import { fileLength } from './rules/file-length.ts';
import { layerImports } from './rules/layer-imports.ts';
import { noDefaultExport } from './rules/no-default-export.ts';
import { noHexOutsideTheme } from './rules/no-hex-outside-theme.ts';
import { noVagueNames } from './rules/no-vague-names.ts';
import { noWallClock } from './rules/no-wall-clock.ts';
import { transactionSync } from './rules/transaction-sync.ts';

/** The rules of this repository, under the name `slipway/…`. */
export const slipway: ESLint.Plugin = {
  meta: { name: 'slipway' },
  rules: {
    'file-length': fileLength,
    'layer-imports': layerImports,
    'no-default-export': noDefaultExport,
    'no-hex-outside-theme': noHexOutsideTheme,
    'no-vague-names': noVagueNames,
    'no-wall-clock': noWallClock,
    'transaction-sync': transactionSync,
  },
};
