import { words } from '#domain/kernel/words.ts';

export const productName = words('交车', 'jiaoche');
