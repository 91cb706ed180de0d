export { failureText } from '../i18n/failure-text.ts';
