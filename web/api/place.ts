/** Whom requests speak for: the store a member of staff works in, or the customer's link to one visit. */
const storeKey = 'jiaoche.store';
let visitToken: string | null = null;

export const activeStoreId = (): string | null => globalThis.localStorage?.getItem(storeKey) ?? null;

export function chooseStore(storeId: string | null): void {
  if (storeId === null) globalThis.localStorage?.removeItem(storeKey);
  else globalThis.localStorage?.setItem(storeKey, storeId);
}

/** From here on requests speak for the customer of this link; null ends it. */
export function actAsCustomer(token: string | null): void {
  visitToken = token;
}

export const isCustomerPlace = (): boolean => visitToken !== null;

export function placeHeaders(): Record<string, string> {
  if (visitToken !== null) return { 'Visit-Token': visitToken };
  const storeId = activeStoreId();
  return storeId === null ? {} : { 'Store-Id': storeId };
}
