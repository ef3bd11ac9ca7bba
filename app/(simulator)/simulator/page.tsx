import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { LanguageSwitch } from "@/components/shell/language-switch";
import { ThemeSwitch } from "@/components/shell/theme-switch";
import { SimulatorScreen } from "@/components/simulator/simulator-screen";
import type { Cast } from "@/components/simulator/simulator-types";
import { demoCast } from "@/server/domain/workspaces/demo-cast";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("Simulator");
  return { title: t("title"), description: t("description"), robots: { index: false } };
}

const { bot, managersGroup, managers, strangers, customers } = demoCast;

const cast: Cast = {
  botId: bot.id,
  botName: bot.firstName,
  groupId: managersGroup.id,
  groupTitle: managersGroup.title,
  customers,
  staff: [...managers, ...strangers.map((person) => ({ ...person, role: "stranger" as const }))],
};

export default async function SimulatorPage() {
  const locale = await getLocale();
  const compatriot = customers.find(({ languageCode }) => languageCode === locale);
  return (
    <SimulatorScreen cast={cast} firstCustomer={compatriot ?? customers[0]}>
      <LanguageSwitch />
      <ThemeSwitch />
    </SimulatorScreen>
  );
}
