import type { ControlState } from '#shared/model/governance/controls.ts';
import type { StatusKind } from '../../../app/theme/tokens.ts';

/** How the state of a control is drawn; its word stands beside. */
export const stateKinds: Record<ControlState, StatusKind> = {
  ...{ met: 'passed', excepted: 'out-of-date', open: 'waiting' },
  'not-applicable': 'not-applicable',
};
