import { cabPlanned } from './agenda.ts';
import { cabEmergency } from './emergency.ts';
import { cabHeld } from './meeting.ts';

export const cab = { ...cabPlanned, ...cabHeld, ...cabEmergency };
