import { countries, countryName } from './country';

describe('countries', () => {
  it('are called as the reader calls them', () => {
    expect([countryName('KH', 'en'), countryName('KH', 'fr')]).toEqual(['Cambodia', 'Cambodge']);
  });

  it('are each offered once, in the order of their names', () => {
    const all = countries('en');
    const labels = all.map(({ label }) => label);
    expect(all).toContainEqual({ value: 'TD', label: 'Chad' });
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels).not.toContain('European Union');
    expect(labels.indexOf('Chad')).toBeLessThan(labels.indexOf('Zambia'));
    expect(all.length).toBeGreaterThan(200);
  });
});
