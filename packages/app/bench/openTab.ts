import type { Browser, Page } from '@playwright/test';
import {
  longestMs,
  longTasksSince,
  noteLongTasks,
  quietSinceMs,
} from './longTasks';

/** What one reader sees who opens the tab with an empty cache. */
export interface TabFigures {
  /** Until all rows that the page shows at first are painted. */
  readonly shownMs: number;
  /** Until a click on a stage is answered and no long task follows for a second. */
  readonly interactiveMs: number;
  /** While the page is scrolled, whichever of its parts is open. */
  readonly longestScrollTaskMs: number;
  /** While the parts are opened. */
  readonly longestOpenTaskMs: number;
}

const VIEWPORT = { width: 1440, height: 900 };
const QUIET_MS = 1_000;
const REST_MS = 3_000;
const WHEEL_PIXELS = 240;
const WHEEL_PAUSE_MS = 50;
/** Longer than the page waits before it asks again, so that an answer arrives while it is scrolled. */
const SCROLL_MS = 4_000;
const PARTS = ['Pipeline', 'Freight'];

interface Opening {
  readonly browser: Browser;
  /** Of the entity. */
  readonly url: string;
  /** Rows of the matrix that must be there. */
  readonly rows: number;
}

/** How soon the tab can be used, counted from when a signed-in reader asked for it. */
export type TabSpeed = Pick<TabFigures, 'shownMs' | 'interactiveMs'>;

/** A reader who is on the page of the entity, in a fresh context, opens the tab, whose code is not there yet. */
export async function openTabFromEntity(options: Opening): Promise<TabSpeed> {
  const { browser, url, rows } = options;
  return withPage(browser, async page => {
    await page.goto(url, { waitUntil: 'commit' });
    const tab = page
      .getByRole('main')
      .getByRole('link', { name: 'Promotions', exact: true })
      .first();
    await tab.waitFor();
    // The page of the entity has come to rest, as it has before somebody reads it and clicks.
    await page.waitForTimeout(REST_MS);
    const askedMs = await page.evaluate(() => performance.now());
    await tab.click();
    const { shownMs, interactiveMs } = await untilInteractive(page, rows);
    return {
      shownMs: shownMs - askedMs,
      interactiveMs: interactiveMs - askedMs,
    };
  });
}

/** A reader follows a link to the tab in a fresh context with an empty cache, clicks a stage, then scrolls over all parts. */
export async function openTab(options: Opening): Promise<TabFigures> {
  const { browser, url, rows } = options;
  return withPage(browser, async page => {
    await page.goto(`${url}/promotions?rows=${rows}`, { waitUntil: 'commit' });
    const speed = await untilInteractive(page, rows);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    let longestOpenTaskMs = 0;
    let longestScrollTaskMs = await scrollOver(page);
    for (const part of PARTS) {
      const sinceMs = await painted(page);
      await page.getByRole('tab', { name: part }).click();
      await page.getByRole('tabpanel', { name: part }).waitFor();
      await page.waitForTimeout(QUIET_MS);
      longestOpenTaskMs = Math.max(
        longestOpenTaskMs,
        longestMs(await longTasksSince(page, sinceMs)),
      );
      longestScrollTaskMs = Math.max(
        longestScrollTaskMs,
        await scrollOver(page),
      );
    }
    return { ...speed, longestScrollTaskMs, longestOpenTaskMs };
  });
}

async function withPage<T>(
  browser: Browser,
  visit: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: VIEWPORT });
  try {
    await noteLongTasks(context);
    await context.addInitScript(() =>
      localStorage.setItem('@backstage/core:SignInPage:provider', 'guest'),
    );
    return await visit(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Waits for the rows, clicks a stage and waits for the answer and for rest; times are those since the navigation. */
async function untilInteractive(page: Page, rows: number): Promise<TabSpeed> {
  const matrix = page.getByRole('table', { name: 'Versions by stage' });
  const names = matrix.locator('tbody th').getByRole('button');
  await names.nth(rows - 1).waitFor();
  const shownMs = await painted(page);
  await names.first().click();
  await page.getByRole('dialog').waitFor();
  const answeredMs = await painted(page);
  await page.waitForTimeout(QUIET_MS + 100);
  const interactiveMs = quietSinceMs(
    await longTasksSince(page, answeredMs),
    answeredMs,
    QUIET_MS,
  );
  return { shownMs, interactiveMs };
}

/** When what is there now has been painted, in ms since the navigation. */
function painted(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>(resolve => {
        requestAnimationFrame(() =>
          // The frame is painted when the next task runs.
          setTimeout(() => resolve(performance.now())),
        );
      }),
  );
}

/** Scrolls down and up again with the wheel, and gives the longest task meanwhile. */
async function scrollOver(page: Page): Promise<number> {
  const sinceMs = await painted(page);
  await page.mouse.move(VIEWPORT.width / 2, VIEWPORT.height / 2);
  for (const pixels of [WHEEL_PIXELS, -WHEEL_PIXELS]) {
    for (let ms = 0; ms < SCROLL_MS / 2; ms += WHEEL_PAUSE_MS) {
      await page.mouse.wheel(0, pixels);
      await page.waitForTimeout(WHEEL_PAUSE_MS);
    }
  }
  return longestMs(await longTasksSince(page, sinceMs));
}
