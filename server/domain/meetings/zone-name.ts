/**
 * A time zone as people call it, with its offset at a moment if one is given: `Moscow, GMT+3`, `Москва, GMT+3`. Names of
 * places in Russian are those of Unicode's CLDR; where it has none, and in English, the IANA name's city stands.
 */
export function zoneName(locale: string, timeZone: string, at?: Date): string {
  const nameOf = (language: string, timeZoneName: "shortOffset" | "shortGeneric") =>
    new Intl.DateTimeFormat(language, { timeZone, timeZoneName })
      .formatToParts(at)
      .find(({ type }) => type === "timeZoneName")?.value ?? "";
  const generic = locale === "ru" ? nameOf(locale, "shortGeneric") : "";
  // Their names have the sign the other way round.
  if (/^Etc\/GMT[+-]/.test(timeZone)) return nameOf("en", "shortOffset");
  const city = (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
  const place = generic === "" || /^(GMT|UTC)/.test(generic) ? city : generic;
  return at ? `${place}, ${nameOf("en", "shortOffset")}` : place;
}
