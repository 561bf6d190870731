type Named = { readonly code: string; readonly name: string; readonly nameEn: string };

/** Rows whose name or code holds every word typed, in either language. */
export function fitting<Row extends Named>(rows: readonly Row[], typed: string): readonly Row[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(({ code, name, nameEn }) => {
    const text = `${code} ${name} ${nameEn}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
