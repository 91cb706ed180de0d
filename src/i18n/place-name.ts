import { currentLanguage, t } from './i18n.svelte.ts';

const countryName = (code: string): string =>
  t().places.countries[code] ??
  new Intl.DisplayNames(currentLanguage(), { type: 'region', fallback: 'code' }).of(code) ??
  code;

/** What a country code, optionally with a region (`DE-BY`), is called; what has no name stays a code. */
export function placeName(place: string): string {
  const [country = '', region] = place.split('-');
  // A code of another form, from a file, is no region to Intl.
  const land = /^[A-Z]{2}$/.test(country) ? countryName(country) : country;
  if (!region) return land;
  const known = t().places.regions[country]?.find(([code]) => code === region);
  return `${land} · ${known?.[1] ?? region}`;
}
