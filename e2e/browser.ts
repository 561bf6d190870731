import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as launcher, type Browser } from 'playwright-core';

const folder = join(process.env['BROWSER_DIR'] ?? tmpdir(), `jiaoche-browser-${userInfo().uid}`);
const flags = ['--no-sandbox', '--no-zygote', '--disable-gpu', '--font-render-hinting=none'];
const fonts = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'];

/** A real Chromium that shows Chinese, from the packages alone. Its files lie in a folder private to this user. */
export async function launchBrowser(): Promise<Browser> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const fontsFile = await writeFontSettings();
  process.env['TMPDIR'] = folder;
  const executablePath = await chromium.executablePath();
  return launcher.launch({
    executablePath,
    headless: true,
    args: flags,
    env: { ...(process.env as Record<string, string>), FONTCONFIG_FILE: fontsFile },
  });
}

async function writeFontSettings(): Promise<string> {
  const { resolve } = createRequire(import.meta.url);
  const root = dirname(resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  const folders = fonts.map((font) => `<dir>${dirname(join(root, font))}</dir>`).join('');
  const file = join(folder, 'fonts.conf');
  await writeFile(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders}<cachedir>${join(folder, 'fonts')}</cachedir></fontconfig>`,
  );
  return file;
}
