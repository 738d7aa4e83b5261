import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { runGoldenPath, signIn } from './demoSession';

interface CheckedPage {
  readonly name: string;
  readonly path: string;
  /** Is there when the data is. */
  readonly content: (page: Page) => Locator;
  readonly prepare?: (page: Page) => Promise<void>;
  /**
   * What is ours: everything within `main`, unless something smaller is named. The rest is the sidebar, the header
   * and the tabs of Backstage, with the violations that Backstage brings along.
   */
  readonly within?: string;
  /** Whether Backstage's part of it keeps to the width of a phone; its stepper and its header with many tabs do not. */
  readonly fitsPhone: boolean;
}

const PROMOTIONS = '/catalog/default/component/checkout/promotions';

function pages(component: string): readonly CheckedPage[] {
  return [
    {
      name: 'home',
      path: '/home',
      content: page =>
        page.getByRole('list', { name: 'Projects that need somebody' }),
      fitsPhone: true,
    },
    {
      name: 'promotions',
      path: PROMOTIONS,
      content: page => page.getByRole('table', { name: 'Versions by stage' }),
      prepare: async page => {
        await page
          .getByRole('button', { name: / to test$/ })
          .last()
          .click();
        await page.getByRole('table', { name: /^Steps of/ }).waitFor();
      },
      fitsPhone: true,
    },
    {
      name: 'freight',
      path: `${PROMOTIONS}?tab=freight`,
      content: page => page.getByRole('table', { name: /^Freight of/ }),
      fitsPhone: true,
    },
    {
      name: 'change windows',
      path: '/catalog/default/component/payments-core/promotions?tab=windows',
      content: page => page.getByText(/^Times are in /),
      fitsPhone: true,
    },
    {
      name: 'freeze calendar',
      path: '/promotions/calendar',
      content: page => page.getByText(/^Times are in /),
      fitsPhone: true,
    },
    {
      name: 'explanation of a stage',
      path: `${PROMOTIONS}?stage=platform%2Fprod`,
      content: page =>
        page.getByRole('heading', { name: 'What a change has to pass' }),
      within: '[role="dialog"]',
      fitsPhone: true,
    },
    {
      name: 'pipeline',
      path: `${PROMOTIONS}?tab=pipeline`,
      content: page => page.getByRole('heading', { name: /checkout on/ }),
      fitsPhone: true,
    },
    {
      name: 'comparison of two stages',
      path: `${PROMOTIONS}?tab=compare`,
      content: page => page.getByRole('tabpanel', { name: 'Compare' }),
      fitsPhone: true,
    },
    {
      name: 'history',
      path: `${PROMOTIONS}?tab=history`,
      content: page => page.getByRole('table', { name: 'What happened' }),
      fitsPhone: true,
    },
    {
      name: 'controllers',
      // Two shards, of which one was left behind at the last upgrade.
      path: '/catalog/default/component/storefront/promotions?tab=controllers',
      content: page => page.getByRole('table', { name: 'Controllers' }),
      fitsPhone: true,
    },
    {
      name: 'promotions by several shards',
      path: '/catalog/default/component/payments-core/promotions',
      content: page => page.getByRole('table', { name: 'Versions by stage' }),
      fitsPhone: true,
    },
    {
      name: 'all projects',
      path: '/promotions',
      content: page => page.getByRole('table', { name: 'Projects' }),
      fitsPhone: true,
    },
    {
      name: 'GPU capacity of a cluster',
      path: '/catalog/default/resource/gpu-west/gpu-capacity?ledger=table',
      content: page => page.getByRole('listbox', { name: 'Map of the nodes' }),
      fitsPhone: true,
    },
    {
      name: 'GPU capacity of a pool',
      path: '/catalog/default/resource/gpu-west-h100/gpu-capacity?view=table',
      content: page => page.getByRole('table', { name: 'Nodes' }),
      fitsPhone: true,
    },
    {
      name: 'GPU capacity of a component',
      path: '/catalog/default/component/vision-inference/gpu-capacity',
      content: page =>
        page.getByRole('region', { name: 'Pods with accelerators' }),
      fitsPhone: true,
    },
    {
      name: 'GPU capacity of all clusters',
      path: '/gpu-capacity',
      content: page => page.getByRole('table', { name: 'Clusters' }),
      fitsPhone: true,
    },
    {
      name: 'what if',
      path: '/gpu-capacity/what-if?devices=8',
      content: page => page.getByText(/pod with 8 GPUs/),
      fitsPhone: true,
    },
    {
      name: 'platform scorecard',
      path: '/platform-scorecard?weeks=table',
      content: page => page.getByRole('table', { name: /by week$/ }),
      fitsPhone: true,
    },
    {
      name: 'platform scorecard without demo data',
      path: '/platform-scorecard?weeks=table&synthetic=exclude',
      content: page => page.getByRole('table', { name: /^Latest facts/ }),
      fitsPhone: true,
    },
    {
      name: 'golden path card',
      path: `/catalog/default/component/${component}`,
      content: page => page.getByRole('heading', { name: 'Golden path' }),
      within: '[aria-label="Golden path"]',
      fitsPhone: false,
    },
    {
      name: 'form of the golden path',
      path: '/create/templates/default/standard-microservice',
      content: page => page.getByRole('textbox', { name: 'Name' }),
      within: 'form',
      fitsPhone: false,
    },
  ];
}

async function violations(
  page: Page,
  within: string,
): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .include(within)
    .analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html}`),
  );
}

/** As if it were chosen in the settings in another tab, which saves loading the page again. */
async function switchTheme(page: Page, theme: 'light' | 'dark') {
  await page.evaluate(name => {
    localStorage.setItem('theme', name);
    window.dispatchEvent(new StorageEvent('storage', { key: 'theme' }));
  }, theme);
  await expect(page.locator('body')).toHaveAttribute('data-theme-mode', theme);
}

/** Colours on their way from one theme to the other have the contrast of neither. */
async function untilColoursRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const isChanging = (animation: Animation) =>
      animation instanceof CSSTransition;
    for (let looks = 0; looks < 2; looks++) {
      // What has just been chosen begins to change with the next frame.
      await new Promise(resolve =>
        requestAnimationFrame(() => requestAnimationFrame(resolve)),
      );
      await Promise.allSettled(
        document
          .getAnimations()
          .filter(isChanging)
          .map(({ finished }) => finished),
      );
    }
  });
}

/** Colours do not depend on the width, nor names and roles on the theme: two looks see what four would. */
const LOOKS = [
  { theme: 'light', width: 1440 },
  { theme: 'dark', width: 390 },
] as const;

const HEIGHT = 900;
const component = `accessible-${Date.now().toString(36)}`;
let page: Page;

test.beforeAll(async ({ browser }) => {
  // A context of its own, in which axe can open the blank page that it needs.
  const context = await browser.newContext();
  page = await context.newPage();
  await signIn(page);
  await runGoldenPath(page, component);
});

test.afterAll(() => page.context().close());

async function inspect(
  checked: CheckedPage,
  look: (typeof LOOKS)[number],
): Promise<void> {
  await page.setViewportSize({ width: look.width, height: HEIGHT });
  await switchTheme(page, look.theme);
  const within = checked.within ?? 'main';
  // Some pages lay themselves out anew, and mount their content again.
  await page.locator(within).first().waitFor();
  await untilColoursRest(page);
  expect(await violations(page, within)).toEqual([]);
  if (checked.fitsPhone) {
    const overhang = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(overhang).toBeLessThanOrEqual(0);
  }
}

async function open(checked: CheckedPage): Promise<void> {
  await page.goto(checked.path);
  await expect(checked.content(page)).toBeVisible();
  await checked.prepare?.(page);
}

for (const checked of pages(component)) {
  test(`axe finds nothing: ${checked.name}`, async () => {
    await open(checked);
    for (const look of LOOKS) {
      await test.step(`${look.theme}, ${look.width} pixels wide`, () =>
        inspect(checked, look));
    }
  });
}
