import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWebRoom, type WebRoom } from './aWebRoom.ts';
import { chromiumPath, hasChromium, openBrowser } from './browser.ts';
import { manyStories } from './manyStories.ts';

if (!hasChromium)
  console.warn(
    `SKIPPED: the pages are not tried in a browser, for there is none at ${chromiumPath}: apt-get install chromium`,
  );

const now = Date.parse('2026-03-02T12:00:00Z');
const phone = { width: 360, height: 740 };
const desktop = { width: 1_280, height: 900 };
const paths = ['/', '/companies/Lumora', '/trends?days=7', '/nowhere'];

describe.skipIf(!hasChromium)('in Chromium', () => {
  let web: WebRoom;
  let browser: Browser;
  beforeAll(async () => {
    [web, browser] = await Promise.all([aWebRoom(manyStories(60, now), { now: () => now }), openBrowser()]);
  });
  afterAll(async () => {
    await Promise.all([web?.close(), browser?.close()]);
  });

  const open = async (path: string, options: BrowserContextOptions): Promise<Page> => {
    const context = await browser.newContext({ viewport: phone, ...options });
    const page = await context.newPage();
    await page.goto(`${web.url}${path}`);
    return page;
  };

  const examined = new Map<string, Promise<Findings>>();
  /** Opens a page once and looks at it from all sides, since opening takes longest. */
  const examine = (path: string): Promise<Findings> => {
    const begun = examined.get(path) ?? findings(path);
    examined.set(path, begun);
    return begun;
  };
  async function findings(path: string): Promise<Findings> {
    const context = await browser.newContext({ viewport: phone, colorScheme: 'light' });
    const page = await context.newPage();
    const foreign: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(`${web.url}/`)) foreign.push(request.url());
    });
    page.on('console', (message) => {
      // The answer to a wrong address is 404, which the console mentions.
      if (!message.text().includes('404')) complaints.push(message.text());
    });
    await page.goto(`${web.url}${path}`);
    await page.evaluate(axe.source);
    const light = await serious(page, {});
    await page.emulateMedia({ colorScheme: 'dark' });
    // Dark changes colours alone.
    const dark = await serious(page, { runOnly: ['color-contrast'] });
    const widths: number[] = [];
    for (const width of [320, 1_280]) {
      await page.setViewportSize({ width, height: 700 });
      widths.push(Number(await page.evaluate('document.documentElement.scrollWidth')));
    }
    await context.close();
    return { foreign, complaints, light, dark, widths };
  }

  it.each(paths)('axe finds nothing serious on %s, light or dark', async (path) => {
    const { light, dark } = await examine(path);
    expect([light, dark]).toEqual([[], []]);
  });

  it.each(paths)('%s asks nobody else, and breaks no rule of its Content-Security-Policy', async (path) => {
    const { foreign, complaints } = await examine(path);
    expect([foreign, complaints]).toEqual([[], []]);
  });

  it.each(paths)('%s fits a small phone and a desktop without scrolling sideways', async (path) => {
    expect((await examine(path)).widths).toEqual([320, 1_280]);
  });

  it('filters without JavaScript', async () => {
    const page = await open('/', { javaScriptEnabled: false });
    await page.getByLabel('Company').fill('Arctic Optics');
    await page.getByLabel('Kind').selectOption('Alliance');
    await page.getByRole('button', { name: 'Show' }).click();
    const cards = await page.getByRole('article').allInnerTexts();
    expect(cards.length).toBeGreaterThan(0);
    for (const text of cards) {
      expect(text).toContain('Arctic Optics');
      expect(text).toContain('Alliance,');
    }
    expect(await page.getByLabel('Company').inputValue()).toBe('Arctic Optics');
  });

  it('leads from a name in the drawing to that company, without JavaScript', async () => {
    const page = await open('/companies/Lumora', { javaScriptEnabled: false });
    await page.locator('.drawing').getByRole('link', { name: 'Fjord Telecom' }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Fjord Telecom');
  });

  it('lets the ties of others fade while somebody points at a name', async () => {
    const page = await open('/companies/Lumora', { viewport: desktop, reducedMotion: 'reduce' });
    const ties = () =>
      page.evaluate<[own: boolean, opacity: string][]>(
        "[...document.querySelectorAll('.drawing .t')].map((tie) => [tie.classList.contains('t1'), getComputedStyle(tie).opacity])",
      );
    expect((await ties()).every(([, opacity]) => opacity === '1')).toBe(true);
    await page.locator('.drawing .n1').hover();
    for (const [own, opacity] of await ties()) expect(opacity).toBe(own ? '1' : '0.12');
  });

  it('lets the keyboard skip to the content first', async () => {
    const page = await open('/', {});
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.name')).toBe('words');
  });

  it('is dark or light as the visitor likes', async () => {
    const page = await open('/', { colorScheme: 'light' });
    const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(await ground()).toBe('rgb(248, 250, 252)');
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await ground()).toBe('rgb(11, 17, 32)');
  });
});

interface Findings {
  /** Requests to anybody else. */
  readonly foreign: readonly string[];
  /** What the console said: broken rules of the Content-Security-Policy among it. */
  readonly complaints: readonly string[];
  readonly light: readonly string[];
  readonly dark: readonly string[];
  /** How wide the page is in a window of 320 and of 1,280 pixels. */
  readonly widths: readonly number[];
}

async function serious(page: Page, options: axe.RunOptions): Promise<readonly string[]> {
  const { violations } = await page.evaluate(
    (asked) => (globalThis as unknown as { axe: typeof axe }).axe.run(asked),
    { ...options, resultTypes: ['violations' as const] },
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
}
