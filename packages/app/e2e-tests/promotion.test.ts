import { expect, test } from '@playwright/test';
import { signIn } from './demoSession';

const PROMOTIONS = '/catalog/default/component/storefront/promotions';
/** Another shard pushes to the same branch: each promotion to it ends soon, and in the same way. */
const STAGE = 'canary-us';
/** The demo's controllers take some seconds for a step. */
const END_TIMEOUT_MS = 40_000;

test('a person promotes from the page, and the history says so', async ({
  page,
}) => {
  const reason = `the push race is over ${Date.now().toString(36)}`;
  await signIn(page);
  await page.goto(`${PROMOTIONS}?stage=retail%2F${STAGE}`);

  const dialog = page.getByRole('dialog', { name: STAGE });
  const check = dialog.getByRole('button', {
    name: new RegExp(`^Check promoting .+ to ${STAGE}$`),
  });
  const version = /promoting (.+) to/.exec(await check.innerText())?.[1];
  await check.click();
  await expect(dialog.getByText('Nothing stands against it.')).toBeVisible();
  const promote = dialog.getByRole('button', { name: `Promote to ${STAGE}` });
  await expect(promote).toBeDisabled();
  await dialog.getByLabel('Why is it promoted?').fill(reason);
  await promote.click();

  // The page goes to the new promotion, which says who started it.
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(/[?&]promotion=retail%2F/);
  const started = page.getByRole('tabpanel', { name: 'Promotions' });
  await expect(started.getByText(/^Started by .*guest/)).toBeVisible();
  await expect(
    started.getByRole('button', {
      expanded: true,
      name: `Errored: ${version} to ${STAGE}`,
    }),
  ).toBeVisible({ timeout: END_TIMEOUT_MS });

  await page.getByRole('tab', { name: 'History' }).click();
  const row = page
    .getByRole('table', { name: 'What happened' })
    .getByRole('row')
    .filter({ hasText: reason });
  await expect(row.first()).toBeVisible();
  const rows = await row.allInnerTexts();
  for (const text of rows) {
    expect(text).toContain('portal');
    expect(text).not.toContain('around the portal');
  }
});
