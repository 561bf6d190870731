export const liveChannel = 'jiaoche_live';

/** Topics of one store that changed, such as `order:<id>` or `board:dispatch`. */
export type LiveChange = { readonly store: string; readonly topics: readonly string[] };
