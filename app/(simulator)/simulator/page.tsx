import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { LanguageSwitch } from "@/components/shell/language-switch";
import { ThemeSwitch } from "@/components/shell/theme-switch";
import { SimulatorScreen } from "@/components/simulator/simulator-screen";
import type { Cast } from "@/components/simulator/simulator-types";
import demo from "@/config/demo.json";
import demoKchat from "@/config/demo-kchat.json";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("Simulator");
  return { title: t("title"), description: t("description"), robots: { index: false } };
}

const { bot, managersGroup, managers, strangers, customers } = demo;

const cast: Cast = {
  botId: bot.id,
  botName: bot.firstName,
  groupId: managersGroup.id,
  groupTitle: managersGroup.title,
  customers,
  staff: [...managers, ...strangers.map((person) => ({ ...person, role: "stranger" }))],
};

const { about: _about, ...kchatCast } = demoKchat;

export default async function SimulatorPage() {
  const locale = await getLocale();
  const first = customers.find(({ languageCode }) => languageCode === locale) ?? customers[0];
  if (!first) notFound();
  return (
    <SimulatorScreen cast={cast} kchatCast={kchatCast} firstCustomer={first}>
      <LanguageSwitch />
      <ThemeSwitch />
    </SimulatorScreen>
  );
}
