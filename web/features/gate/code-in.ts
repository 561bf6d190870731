/** The pass's code in what was scanned or typed: the bare code, or the last part of an address that holds it. */
export function codeIn(text: string): string {
  const parts = text
    .trim()
    .split(/[/?#=]/)
    .filter(Boolean);
  return (parts.at(-1) ?? '').replaceAll(/[\s-]/g, '').toUpperCase();
}
