/** Part of a list from rows that each say how long the whole is, `count(*) over ()`. */
export function paged<Row extends { readonly total: number }>(
  rows: readonly Row[],
): { items: Omit<Row, 'total'>[]; total: number } {
  let total = 0;
  const items = rows.map(({ total: all, ...item }) => {
    total = all;
    return item;
  });
  return { items, total };
}
