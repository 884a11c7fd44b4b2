import type { en } from './en.ts';
import type { Lang } from './shape.ts';

/** All words in one language. */
export type Catalogue = Omit<typeof en, 'lang'> & { readonly lang: Lang };
