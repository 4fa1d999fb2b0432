import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import common from '../locales/en/common.json';

/** Each language is a folder in `locales/`; each namespace is a file that its page loads together with its code. */
const files = import.meta.glob<Record<string, unknown>>(['../locales/*/*.json', '!../locales/en/common.json'], {
  import: 'default',
});

const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    const load = files[`../locales/${language}/${namespace}.json`];
    if (!load) return done(null, {});
    load().then(
      (resources) => done(null, resources),
      (error: Error) => done(error, false),
    );
  },
};

export const languages: readonly string[] = ['en'];

function preferred(): string {
  const wanted = navigator.languages.map((tag) => new Intl.Locale(tag).language);
  return wanted.find((tag) => languages.includes(tag)) ?? 'en';
}

function mark(language: string) {
  document.documentElement.lang = language;
  document.documentElement.dir = i18next.dir(language);
}

export async function startI18n(): Promise<void> {
  i18next.on('languageChanged', mark);
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: preferred(),
      fallbackLng: 'en',
      supportedLngs: languages,
      ns: ['common'],
      defaultNS: 'common',
      resources: { en: { common } },
      partialBundledLanguages: true,
      interpolation: { escapeValue: false },
      returnNull: false,
    });
}
