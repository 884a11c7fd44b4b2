/** Known to every stage from here; pages are escaped with it too, so it lives below them all. */
export { visible } from '../lib/visible.ts';
