export const canaryStore = 'canary';
