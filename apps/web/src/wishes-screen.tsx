export { WishesPage } from './wishes/wishes-page.js';
