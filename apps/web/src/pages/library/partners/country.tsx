import { useTranslation } from 'react-i18next';

/** A country in the reader's language. */
export function CountryName({ code }: { code: string }) {
  const { i18n } = useTranslation();
  return <bdi>{countryName(code, i18n.language)}</bdi>;
}

export function countryName(code: string, language: string): string {
  return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
}

/** Codes that are countries: all pairs of letters for which there is a name. */
export function countries(language: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !notCountries.has(code));
  const found = codes.flatMap((value) => {
    const label = names.of(value);
    return label === undefined ? [] : [{ value, label }];
  });
  return found.sort((a, b) => a.label.localeCompare(b.label, language));
}

/** Unions, outlying dust, codes for tests, and names of former countries. */
const notCountries = new Set([
  ...['AC', 'AN', 'BU', 'CP', 'CS', 'CQ', 'DD', 'DG', 'DY', 'EA', 'EU', 'EZ', 'FQ', 'FX', 'HV', 'IC', 'JT', 'MI', 'NH'],
  ...['NQ', 'NT', 'PC', 'PU', 'PZ', 'QO', 'QU', 'RH', 'SU', 'TA', 'TP', 'UK', 'UN', 'VD', 'WK', 'XA', 'XB', 'YD', 'YU'],
  ...['ZR', 'ZZ'],
]);
