import type { ParityState, SettingsFormat } from '#shared/model/delivery/parity.ts';
import type { StatusKind } from '../../../app/theme/tokens.ts';

export const stateWords: Record<ParityState, string> = {
  'only-left': 'Only in the first',
  'only-right': 'Only in the second',
  different: 'Different',
  same: 'Same',
};

export const stateLook: Record<ParityState, StatusKind> = {
  'only-left': 'waiting',
  'only-right': 'waiting',
  different: 'failed',
  same: 'passed',
};

export const formatWords: Record<SettingsFormat, string> = {
  env: '.env',
  json: 'JSON',
  yaml: 'YAML',
  kubernetes: 'Kubernetes manifests',
};
