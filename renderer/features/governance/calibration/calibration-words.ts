import type { CalibratedBand, CalibrationEnd } from '#shared/model/governance/calibration.ts';

export const endWords: Record<CalibrationEnd, string> = {
  clean: 'Released cleanly',
  incident: 'Incident',
  'failed-deployment': 'Failed deployment',
  'rolled-back': 'Rolled back',
};

export const verdictWords: Record<CalibratedBand['verdict'], string> = {
  enough: '',
  'too-few': 'too few',
  'no-data': 'no data',
};

/** `33 %` */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
