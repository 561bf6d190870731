/** The token that the address of a customer's page ends with. */
export const tokenIn = (url: string): string => url.slice(url.lastIndexOf('/') + 1);
