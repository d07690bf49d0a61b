import type { PrintPdf } from '#core/platform.ts';
import { Refusal } from '#shared/model/refusal.ts';

/** A host without a browser to print with. */
export const noPrinter: PrintPdf = () =>
  Promise.reject(new Refusal('unavailable', 'There is nothing to print with here.'));
