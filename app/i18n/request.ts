import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { messages } from "@/app/i18n/messages";
import { LOCALE_COOKIE } from "@/components/shell/locale-cookie";
import { TIME_ZONE_COOKIE } from "@/components/shell/time-zone-cookie";
import { chooseLocale } from "@/server/lib/choose-locale";

/** A cookie can hold anything; a zone that nobody knows would break every page. */
function knownZone(name: string | undefined): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name ?? "UTC" }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}

// The address carries no language: it follows the person's choice, then the browser.
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  const zone = (await cookies()).get(TIME_ZONE_COOKIE)?.value;
  const locale = chooseLocale(chosen, (await headers()).get("accept-language"));
  return { locale, messages: messages[locale], timeZone: knownZone(zone) };
});
