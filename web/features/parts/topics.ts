/** What makes the lists of the counter old: stock, and whatever happens to an order. */
export const counterTopics = ['board:parts', 'order:*'] as const;
