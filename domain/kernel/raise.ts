/** The row changed, its version raised. */
export const raise = <Row extends { readonly version: number }>(row: Row, changes: Partial<Row>): Row => ({
  ...row,
  ...changes,
  version: row.version + 1,
});
