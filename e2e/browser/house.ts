import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext } from 'playwright-core';
import { sessionContract } from '#domain/staff/sign-in.contract.ts';
import { launchBrowser } from '#e2e/browser.ts';
import { startServerProcess } from '#e2e/journey/server-process.ts';
import type { Credentials } from '#e2e/journey/people.ts';
import { settled, type Screen } from '#e2e/browser/screen.ts';

/** What people hold in their hands or have on their desk. */
const sizes = { phone: { width: 390, height: 844 }, desk: { width: 1440, height: 900 } } as const;
export type Size = keyof typeof sizes;

const onPhones = /^(?:technician|inspector|washer|guard|leader|customer)/;

/** The screen that someone of this name works on. */
export const sizeOf = (who: string) => sizes[onPhones.test(who) ? 'phone' : 'desk'];

const pictures = fileURLToPath(new URL('../../.results/browser', import.meta.url));
const patienceMs = 15_000;

/** A dealership of its own with its people before real screens. */
export type House = {
  readonly url: string;
  readonly demo: Credentials;
  /** Of a store that has no administrator yet. */
  readonly firstRunToken: string | null;
  /** A screen that nobody signed in on. */
  screen: (who: string, size?: Size) => Promise<Screen>;
  /** Someone with their home screen before them, the same screen each time. */
  as: (username: string) => Promise<Screen>;
  /** Keeps a picture of every screen, for whoever looks into a failure. */
  pictures: (name: string) => Promise<void>;
  /** What broke on any screen so far. */
  broken: () => readonly string[];
  close: () => Promise<void>;
};

export async function openHouse(env: Readonly<Record<string, string>>): Promise<House> {
  const dataDir = await mkdtemp(join(tmpdir(), 'jiaoche-e2e-browser-'));
  const server = await startServerProcess({ env: { DATA_DIR: dataDir, ...env } });
  const browser = await launchBrowser();
  const close = async () => {
    await browser.close();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { ...houseOf(browser, server), close };
}

type Place = Pick<House, 'url' | 'demo' | 'firstRunToken'>;

/** The screens of a server that runs. */
export function houseOf(browser: Browser, place: Place): Omit<House, 'close'> {
  const open = new Map<string, Screen>();
  const screen: House['screen'] = async (who, size = onPhones.test(who) ? 'phone' : 'desk') => {
    const made = await newScreen(await newContext(browser, place.url, size), who);
    open.set(who, made);
    return made;
  };
  return {
    ...place,
    screen,
    as: async (username) => open.get(username) ?? signedIn(await screen(username), place.demo.password),
    broken: () => [...open.values()].flatMap(({ who, broken }) => broken.map((what) => `${who}: ${what}`)),
    pictures: async (name) => {
      await mkdir(pictures, { recursive: true });
      for (const { who, page } of open.values())
        await page.screenshot({ path: join(pictures, `${name}.${who}.png`), fullPage: true }).catch(() => null);
    },
  };
}

async function newContext(browser: Browser, baseURL: string, size: Size): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL,
    viewport: sizes[size],
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(patienceMs);
  return context;
}

async function newScreen(context: BrowserContext, who: string): Promise<Screen> {
  const page = await context.newPage();
  const screen: Screen = { who, name: '', page, broken: [], loads: 0 };
  page.on('load', () => (screen.loads += 1));
  page.on('pageerror', (error) => screen.broken.push(error.message));
  page.on('response', (answer) => {
    if (answer.status() >= 500) screen.broken.push(`${answer.status()} ${answer.url()}`);
  });
  return screen;
}

/** Signs in as people do and waits for the home screen. */
async function signedIn(screen: Screen, password: string): Promise<Screen> {
  const { page, who } = screen;
  await page.goto('/sign-in');
  await page.getByLabel('用户名').fill(who);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  await settled(screen);
  const session = sessionContract.output.parse(await (await page.request.get('/api/v1/session')).json());
  screen.name = session.person?.name ?? '';
  screen.loads = 0;
  return screen;
}
