import { extractText } from 'unpdf';
import { renderPdf } from '#documents/render.ts';
import type { PaperDefinition } from '#documents/definition.ts';

function textsOf(node: unknown): string[] {
  if (typeof node === 'string') return [node];
  if (Array.isArray(node)) return node.flatMap(textsOf);
  if (typeof node !== 'object' || node === null) return [];
  const { text, stack, columns, table } = node as Record<string, unknown>;
  if (Array.isArray(text)) return [text.flatMap(textsOf).join('')];
  const body = (table as { body?: unknown } | undefined)?.body;
  return [text, stack, columns, body].flatMap(textsOf);
}

/** Every text of a paper's content, one per text block, in reading order. */
export function contentTexts(definition: PaperDefinition): string[] {
  return textsOf(definition.content);
}

/** The texts of one page's running header and footer. */
export function frameTexts(definition: PaperDefinition): string[] {
  return [...textsOf(definition.header(1)), ...textsOf(definition.footer(1, 1))];
}

/** The rendered pages read back, without the blanks that line breaks leave. */
export async function pdfPages(definition: PaperDefinition): Promise<string[]> {
  const { text } = await extractText(new Uint8Array(await renderPdf(definition)));
  return text.map((page) => page.replaceAll(/\s/g, ''));
}

/** The text after a label in a grid. */
export function valueOf(definition: PaperDefinition, label: string): string | undefined {
  const texts = contentTexts(definition);
  const at = texts.indexOf(label);
  return at < 0 ? undefined : texts[at + 1];
}
