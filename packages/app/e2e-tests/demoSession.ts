import type { Page } from '@playwright/test';

const RUN_TIMEOUT_MS = 90_000;

/** Enters the demo as a guest. */
export async function signIn(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Enter' }).click();
  await page.getByRole('link', { name: 'Platform scorecard' }).waitFor();
}

/** Runs the golden path to its end, and stays on the page of its task. */
export async function runGoldenPath(page: Page, name: string): Promise<void> {
  await page.goto('/create/templates/default/standard-microservice');
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByLabel('Owner').fill('Payments');
  await page.getByRole('option', { name: 'Payments' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Repository').last().fill(name);
  // The picker takes the name when the field is left.
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create' }).click();
  await page
    .getByRole('link', { name: 'Open the component' })
    .waitFor({ timeout: RUN_TIMEOUT_MS });
}
