import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import pdfmake from 'pdfmake';
import type { PaperDefinition } from '#documents/definition.ts';
import { paperFont } from '#documents/paper.layout.ts';

const fontFiles = {
  normal: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
};

let fontsReady: Promise<void> | undefined;

async function loadFonts(): Promise<void> {
  const { resolve } = createRequire(import.meta.url);
  for (const file of Object.values(fontFiles)) {
    pdfmake.virtualfs.writeFileSync(file, await readFile(resolve(file)));
  }
  pdfmake.setFonts({ [paperFont]: fontFiles });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
}

/**
 * The PDF of a paper. Fonts are read once per process; the definition is used up (see PaperDefinition).
 * Nothing is fetched from the network or the disk on behalf of a definition.
 */
export async function renderPdf(definition: PaperDefinition): Promise<Buffer> {
  fontsReady ??= loadFonts();
  await fontsReady;
  return pdfmake.createPdf(definition).getBuffer();
}
