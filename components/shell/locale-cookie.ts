/** Cookie in which a person's own choice of language is kept. */
export const LOCALE_COOKIE = "locale";
