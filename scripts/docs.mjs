// Takes the pictures of docs/images from the running demo (`npm start` in another terminal).
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import {
  runGoldenPath,
  signIn,
} from '../packages/app/e2e-tests/demoSession.ts';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const folder = path.join(root, 'docs/images');
const baseURL = process.env.FAIRWAY_APP_URL ?? 'http://localhost:3000';
const MAX_BYTES = 300_000;
const WIDTH = 1280;
const HEIGHT = 800;
const MAX_HEIGHT = 1500;
const PRODUCTION_TIMEOUT_MS = 150_000;

/** Only pictures whose names begin so: `yarn docs gpu-capacity`. */
const [only] = process.argv.slice(2);

const table = name => page => page.getByRole('table', { name });

function picturesOf(component) {
  const entity = `/catalog/default/component/${component}`;
  return [
    {
      name: 'golden-path-form',
      url: '/create/templates/default/standard-microservice',
      ready: page => page.getByRole('textbox', { name: 'Name' }),
    },
    {
      name: 'golden-path-card',
      url: entity,
      ready: page => page.getByRole('article', { name: 'Golden path' }),
      maxHeight: HEIGHT,
    },
    {
      name: 'promotions',
      url: '/catalog/default/component/checkout/promotions',
      ready: table('Versions by stage'),
      // The newest one that failed, or the newest.
      async prepare(page) {
        const failed = page.getByRole('button', {
          name: /^(Errored|Failed): /,
        });
        const any = page.getByRole('button', { name: /^Succeeded: / });
        await failed.or(any).first().click();
        await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded();
      },
      maxHeight: 1000,
    },
    {
      name: 'promotions-stage',
      url: '/catalog/default/component/storefront/promotions?stage=retail%2Fcanary-us',
      ready: page =>
        page.getByRole('heading', { name: 'What a change has to pass' }),
      maxHeight: 1000,
    },
    {
      name: 'promotions-calendar',
      url: '/promotions/calendar',
      ready: page => page.getByText(/^Times are in /),
      maxHeight: 1000,
    },
    {
      name: 'promotions-compare',
      url: '/catalog/default/component/storefront/promotions?tab=compare&from=stage:retail/prod-eu&to=stage:retail/test',
      ready: table('Artifacts that are compared'),
    },
    {
      name: 'promotions-portfolio',
      url: '/promotions',
      ready: table('Projects'),
    },
    {
      name: 'promotions-shards',
      url: '/catalog/default/component/payments-core/promotions',
      ready: table('Versions by stage'),
      maxHeight: HEIGHT,
    },
    {
      name: 'promotions-freight',
      url: `${entity}/promotions?tab=freight`,
      ready: table(/^Freight of/),
    },
    {
      name: 'gpu-capacity-cluster',
      url: '/catalog/default/resource/gpu-west/gpu-capacity',
      ready: page => page.getByText(/held devices report/),
    },
    {
      name: 'gpu-capacity-overview',
      url: '/gpu-capacity',
      ready: page => page.getByRole('heading', { name: /A month costs/ }),
    },
    {
      name: 'gpu-capacity-what-if',
      url: '/gpu-capacity/what-if?devices=8&cpu=64&memory=512Gi',
      ready: page => page.getByText('What would have to move'),
    },
    {
      name: 'gpu-capacity-component',
      url: '/catalog/default/component/vision-inference/gpu-capacity',
      ready: table('Pods with accelerators'),
    },
    {
      name: 'scorecard',
      url: '/platform-scorecard',
      ready: table(/^Latest facts/),
      maxHeight: 1250,
    },
    {
      name: 'scorecard-dark',
      url: '/platform-scorecard',
      ready: table(/^Latest facts/),
      maxHeight: HEIGHT,
      theme: 'dark',
    },
  ];
}

async function open(browser, theme = 'light') {
  const context = await browser.newContext({
    baseURL,
    viewport: { width: WIDTH, height: HEIGHT },
    reducedMotion: 'reduce',
    locale: 'en-GB',
  });
  await context.addInitScript(
    name => localStorage.setItem('theme', name),
    theme,
  );
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await signIn(page);
  return page;
}

/** As high as what is shown, which scrolls inside the page of Backstage. */
async function fitHeight(page, maxHeight = MAX_HEIGHT) {
  const needed = await page.evaluate(() =>
    Math.max(
      ...[document.documentElement, ...document.querySelectorAll('main')].map(
        element => element.scrollHeight + element.getBoundingClientRect().top,
      ),
    ),
  );
  const height = Math.min(Math.max(HEIGHT, Math.ceil(needed)), maxHeight);
  await page.setViewportSize({ width: WIDTH, height });
}

async function take(page, picture) {
  await page.setViewportSize({ width: WIDTH, height: HEIGHT });
  if (picture.url) {
    await page.goto(picture.url);
    await picture.ready(page).waitFor();
    await picture.prepare?.(page);
    // Lazily loaded parts of Backstage around it.
    await page.waitForTimeout(1_500);
  }
  await fitHeight(page, picture.maxHeight);
  await page.mouse.move(0, 0);
  const file = path.join(folder, `${picture.name}.png`);
  await page.screenshot({ path: file, animations: 'disabled' });
  const { size } = fs.statSync(file);
  console.log(`${path.relative(root, file)} ${Math.round(size / 1000)} kB`);
  if (size > MAX_BYTES) {
    throw new Error(`${file} has ${size} bytes; ${MAX_BYTES} are allowed.`);
  }
}

async function takeAll(browser, light, component) {
  const wanted = picturesOf(component).filter(
    ({ name }) => !only || name.startsWith(only),
  );
  for (const picture of wanted) {
    const page = picture.theme ? await open(browser, picture.theme) : light;
    await take(page, picture);
  }
}

async function main() {
  fs.mkdirSync(folder, { recursive: true });
  const executablePath = [
    process.env.PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH,
    '/usr/bin/chromium',
  ].find(candidate => candidate && fs.existsSync(candidate));
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const component = 'orders';
    const light = await open(browser);
    if (only) {
      await takeAll(browser, light, component);
      return;
    }
    await runGoldenPath(light, component);
    await take(light, { name: 'golden-path-run', maxHeight: HEIGHT });
    await light.goto(`/catalog/default/component/${component}/promotions`);
    await light
      .getByText(/is in production/)
      .waitFor({ timeout: PRODUCTION_TIMEOUT_MS });
    await takeAll(browser, light, component);
  } finally {
    await browser.close();
  }
}

main().catch(error => {
  console.error(error);
  console.error(`\nIs the demo running at ${baseURL}? Start it: npm start`);
  process.exit(1);
});
