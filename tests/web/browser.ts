import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Debian's package `chromium` puts it there; `CHROMIUM` names another place. */
export const chromiumPath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

export const hasChromium = existsSync(chromiumPath);

/** A browser with a new profile that asks nobody but the pages it is sent to. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
