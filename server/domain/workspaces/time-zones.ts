/** Present names of zones that the machine's list still has by an older one. */
const renamed: Record<string, string> = {
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Godthab": "America/Nuuk",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Europe/Kiev": "Europe/Kyiv",
};

/** IANA names of the world's time zones, in alphabetical order, UTC first. */
export function timeZones(): string[] {
  const known = Intl.supportedValuesOf("timeZone").map((name) => renamed[name] ?? name);
  return ["UTC", ...new Set(known.filter((name) => name !== "UTC").sort())];
}
