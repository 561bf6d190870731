import { extractText } from 'unpdf';

/** The text of a PDF that the server answered, without blanks. */
export async function textOf(pdf: Buffer): Promise<string> {
  const { text } = await extractText(new Uint8Array(pdf), { mergePages: true });
  return text.replaceAll(/\s/g, '');
}
