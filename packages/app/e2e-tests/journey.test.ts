import { expect, test, type Page } from '@playwright/test';
import { runGoldenPath, signIn } from './demoSession';

/** From template to production takes the demo's controllers about half a minute. */
const PRODUCTION_TIMEOUT_MS = 150_000;

/** The n that stands under the adoption of the scorecard. */
async function servicesOnScorecard(page: Page): Promise<number> {
  await page.goto('/platform-scorecard');
  const count = page.getByText(/^n \d+: \d+ on a golden path$/);
  await expect(count).toBeVisible();
  return Number(/^n (\d+)/.exec(await count.innerText())?.[1]);
}

test('a service goes from template to production, and the scorecard sees it', async ({
  page,
}) => {
  const name = `journey-${Date.now().toString(36)}`;
  await signIn(page);
  const before = await servicesOnScorecard(page);

  await runGoldenPath(page, name);
  await page.getByRole('link', { name: 'Open the component' }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
  await expect(page.getByText('Created on')).toBeVisible();

  // The repository is a real one.
  const readme = await page.request.get(
    `http://localhost:7100/forge/demo/${name}/raw/branch/main/README.md`,
  );
  expect(await readme.text()).toContain(`# ${name}`);

  // From here to production without a reload, which would lose the mark.
  await page
    .getByRole('link', { name: 'Promotions', exact: true })
    .and(page.locator(`[href$="/${name}/promotions"]`))
    .click();
  await page.evaluate(() => {
    document.body.dataset.mark = 'not reloaded';
  });
  await expect(page.getByRole('row', { name: /^test/ })).toBeVisible();
  await expect(page.getByText(/is in production/)).toBeVisible({
    timeout: PRODUCTION_TIMEOUT_MS,
  });
  await expect(
    page.getByRole('button', { name: /^Succeeded: .* to prod$/ }),
  ).toBeVisible();
  await expect(page.locator('body')).toHaveAttribute(
    'data-mark',
    'not reloaded',
  );

  await expect
    .poll(() => servicesOnScorecard(page), { timeout: 60_000 })
    .toBe(before + 1);
  const facts = page.getByRole('table', { name: /facts/i });
  for (const what of ['Service created', 'Service reached production']) {
    await expect(
      facts
        .getByRole('row', { name: new RegExp(what) })
        .filter({ hasText: name })
        .first(),
    ).toBeVisible({ timeout: 60_000 });
  }

  // A second run with the same answers takes over what is there.
  await runGoldenPath(page, name);
  expect(await servicesOnScorecard(page)).toBe(before + 1);
});

test('accelerators of a cluster, a pool and a component', async ({ page }) => {
  await signIn(page);
  await page.goto('/catalog/default/resource/gpu-west/gpu-capacity');
  await expect(
    page.getByText(/\d+ of \d+ H100.* are held; \d+ (is|are) free/),
  ).toBeVisible();
  await expect(
    page.getByRole('figure', { name: 'Where all devices are' }),
  ).toBeVisible();
  await page.goto(
    '/catalog/default/resource/gpu-west-h100/gpu-capacity?view=table',
  );
  await expect(page.getByRole('row', { name: /^h100-01/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /^l4-01/ })).toBeHidden();
  await page.goto('/catalog/default/component/vision-inference/gpu-capacity');
  await expect(page.getByText(/It has \d+ GPUs/)).toBeVisible();
});

test('what would fit, asked of every cluster', async ({ page }) => {
  await signIn(page);
  await page.goto('/gpu-capacity/what-if');
  await page.getByRole('button', { name: '8 devices' }).click();
  await expect(page.getByText(/pod with 8 GPUs/)).toBeVisible();
  await expect(page).toHaveURL(/devices=8/);
});
