/** One refusal: HTTP status and what to do, in Chinese and English. */
export const r = (status: number, zh: string, en: string) => ({ status, zh, en });
