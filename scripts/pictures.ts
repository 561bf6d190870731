import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { seedDemo } from '#db/seed/seed.ts';
import { startServer, type RunningServer } from '#server/main.ts';
import { readSettings } from '#server/settings.ts';
import { launchBrowser } from '#e2e/browser.ts';
import { buildPages } from './pages.ts';
import { projectRoot } from './program.ts';

/**
 * Pictures of pages, to look at: `node scripts/pictures.ts [--as username] [--en] [--full] /path …` writes them into .results/pictures.
 * The demo store is made anew for each run in a temporary folder; `--url` takes a server that runs already.
 */
const screens = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
/** Charts and tables glide into place. */
const drawnMs = 800;
const folder = join(projectRoot, '.results', 'pictures');

const options = readArguments(process.argv.slice(2));
await mkdir(folder, { recursive: true });
const running = options.url === undefined ? await ownServer() : null;
const browser = await launchBrowser();
try {
  for (const screen of Object.keys(screens) as (keyof typeof screens)[]) await takeAll(browser, screen);
} finally {
  await browser.close();
  await running?.end();
}

type Options = { url?: string; as?: string; password?: string; english: boolean; full: boolean; paths: string[] };

function readArguments(given: readonly string[]): Options {
  const read: Options = { english: false, full: false, paths: [] };
  for (let index = 0; index < given.length; index += 1) {
    const word = given[index] ?? '';
    const value = () => given[(index += 1)] ?? '';
    if (word === '--as') read.as = value();
    else if (word === '--password') read.password = value();
    else if (word === '--url') read.url = value();
    else if (word === '--en') read.english = true;
    else if (word === '--full') read.full = true;
    else read.paths.push(word);
  }
  return { ...read, paths: read.paths.length > 0 ? read.paths : ['/sign-in'] };
}

async function ownServer(): Promise<{ server: RunningServer; end: () => Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'jiaoche-pictures-'));
  await buildPages();
  const server = await startServer({
    ...readSettings({ DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error' }),
    seedDemo,
    checkAnswers: true,
  });
  const end = async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { server, end };
}

async function takeAll(from: Browser, screen: keyof typeof screens): Promise<void> {
  const context = await from.newContext({
    baseURL: options.url ?? running?.server.url ?? '',
    viewport: screens[screen],
    locale: options.english ? 'en' : 'zh-CN',
  });
  if (options.english) await context.addInitScript(() => globalThis.localStorage.setItem('jiaoche.language', 'en'));
  const page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && process.stderr.write(`${screen}: ${message.text()}\n`));
  page.on('pageerror', (error) => void process.stderr.write(`${screen}: ${error.message}\n`));
  if (options.as !== undefined) await signIn(page, options.as);
  for (const path of options.paths) await take(page, path, screen);
  await context.close();
}

async function signIn(page: Page, username: string): Promise<void> {
  const password = options.password ?? running?.server.demo?.password ?? '';
  const response = await page.request.post('/api/v1/session', { data: { username, password } });
  if (!response.ok()) throw new Error(`${username} could not sign in: ${response.status()}`);
}

async function take(page: Page, path: string, screen: string): Promise<void> {
  await page.goto(path);
  await page.locator('main').first().waitFor();
  await page.waitForLoadState('load');
  await page.locator('[role=status][aria-label]').first().waitFor({ state: 'detached' });
  await page.locator('.ant-spin-spinning').first().waitFor({ state: 'detached' });
  await page.waitForTimeout(drawnMs);
  const name = `${path.replaceAll(/[^\w-]+/g, '_').replace(/^_/, '') || 'start'}.${screen}${options.english ? '.en' : ''}.png`;
  await page.screenshot({ path: join(folder, name), fullPage: options.full });
  process.stdout.write(`${join(folder, name)}\n`);
}
