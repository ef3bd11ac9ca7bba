/** The pages' languages, each named in itself. */
export const LANGUAGES = [
  { locale: "en", name: "English", short: "EN" },
  { locale: "ru", name: "Русский", short: "RU" },
] as const;
