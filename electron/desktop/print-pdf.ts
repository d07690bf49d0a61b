import { BrowserWindow, session } from 'electron';
import type { PrintedPage } from '#core/platform.ts';
import { withPrintFile } from '../host/print/print-file.ts';

/** A document that takes longer is none people should wait for. */
const deadlineMs = 60_000;

/** Prints a document in a hidden window without scripts and without a way out; base64. */
export function printPdf(html: string, page: PrintedPage): Promise<string> {
  return withPrintFile(html, page, async ({ url }) => {
    // In memory, apart from the application's own pages.
    const apart = session.fromPartition('slipway-print');
    apart.webRequest.onBeforeRequest((details, decide) =>
      decide({ cancel: details.url !== url && !details.url.startsWith('data:') }),
    );
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        session: apart,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        javascript: false,
        webviewTag: false,
        spellcheck: false,
      },
    });
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => late.reject(new Error(tooLong)), deadlineMs);
    try {
      return await Promise.race([printIn(window, url, page), late.promise]);
    } finally {
      clearTimeout(timer);
      window.destroy();
    }
  });
}

const tooLong = `The pages were not laid out within ${deadlineMs / 1_000} seconds. Narrow what is printed, or print from the page and choose “Save as PDF” there.`;

async function printIn(
  window: BrowserWindow,
  url: string,
  { paper, landscape }: PrintedPage,
): Promise<string> {
  await window.loadURL(url);
  const options = { pageSize: paper, landscape, printBackground: true, preferCSSPageSize: true };
  return (await window.webContents.printToPDF(options)).toString('base64');
}
