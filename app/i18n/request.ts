import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { messages } from "@/app/i18n/messages";
import { LOCALE_COOKIE } from "@/components/shell/locale-cookie";
import { chooseLocale } from "@/server/lib/choose-locale";

// The address carries no language: it follows the person's choice, then the browser.
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  const locale = chooseLocale(chosen, (await headers()).get("accept-language"));
  return { locale, messages: messages[locale], timeZone: "UTC" };
});
