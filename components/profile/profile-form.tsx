"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { SettingsSection } from "@/components/settings/settings-section";
import { LANGUAGES } from "@/components/shell/languages";
import { setPreferences } from "@/components/shell/set-preferences";
import { THEMES } from "@/components/shell/themes";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Select } from "@/components/ui/select";
import type { ProfileView } from "@/server/domain/accounts/schema";

/** Name, language, time zone and theme; what is saved shows at once. */
export function ProfileForm({ initial }: { initial: ProfileView }) {
  const t = useTranslations("Profile");
  const shell = useTranslations("Shell");
  const here = { locale: useLocale(), timeZone: useTimeZone() ?? "UTC" };
  const router = useRouter();
  const { theme: shownTheme, setTheme } = useTheme();
  const trpc = useTRPC();
  const [name, setName] = useState(initial.name);
  const [locale, setLocale] = useFollowing(initial.locale ?? here.locale, here.locale);
  const [timeZone, setTimeZone] = useState(initial.timeZone ?? here.timeZone);
  const [theme, setOwnTheme] = useFollowing(initial.theme ?? "system", shownTheme);
  const save = useMutation(
    trpc.account.saveProfile.mutationOptions({
      onSuccess: async () => {
        setTheme(theme);
        await setPreferences({ locale, timeZone });
        toast.success(t("saved"));
        router.refresh();
      },
      onError: () => toast.error(t("saveFailed")),
    }),
  );
  const zones = initial.timeZones.includes(timeZone) ? initial.timeZones : [timeZone, ...initial.timeZones];

  function submit(event: FormEvent): void {
    event.preventDefault();
    const trimmed = name.trim();
    if (!trimmed || save.isPending) return;
    save.mutate({
      name: trimmed,
      locale: locale === "ru" ? "ru" : "en",
      timeZone,
      theme: theme === "light" || theme === "dark" ? theme : null,
    });
  }

  return (
    <form onSubmit={submit}>
      <SettingsSection id="data" title={t("data")} hint={t("dataHint")}>
        <div className="grid max-w-xl gap-5 sm:grid-cols-2">
          <div className="space-y-2">
            <Label htmlFor="profile-name">{t("name")}</Label>
            <Input
              id="profile-name"
              value={name}
              required
              maxLength={100}
              autoComplete="name"
              aria-invalid={name.trim() === "" || undefined}
              aria-describedby={name.trim() === "" ? "profile-name-problem" : undefined}
              onChange={(event) => setName(event.target.value)}
            />
            {name.trim() === "" && (
              <p id="profile-name-problem" className="text-sm text-destructive">
                {t("nameMissing")}
              </p>
            )}
          </div>
          <div className="space-y-2">
            <Label htmlFor="profile-email">{t("email")}</Label>
            <Input id="profile-email" value={initial.email} readOnly className="text-muted-foreground" />
          </div>
          <div className="space-y-2">
            <Label htmlFor="profile-language">{t("language")}</Label>
            <Select id="profile-language" value={locale} onChange={(event) => setLocale(event.target.value)}>
              {LANGUAGES.map((language) => (
                <option key={language.locale} value={language.locale} lang={language.locale}>
                  {language.name}
                </option>
              ))}
            </Select>
          </div>
          <div className="space-y-2">
            <Label htmlFor="profile-zone">{t("timeZone")}</Label>
            <Select id="profile-zone" value={timeZone} onChange={(event) => setTimeZone(event.target.value)}>
              {zones.map((zone) => (
                <option key={zone} value={zone}>
                  {zone.replaceAll("_", " ")}
                </option>
              ))}
            </Select>
          </div>
        </div>
        <fieldset>
          <legend className="mb-2 text-sm font-medium">{t("theme")}</legend>
          <div className="flex flex-wrap gap-2">
            {THEMES.map(({ value, label, icon: Icon }) => (
              <label
                key={value}
                className="relative flex h-11 cursor-pointer items-center gap-2 rounded-lg border border-input/70 bg-card px-3.5 text-sm font-medium has-checked:border-primary has-checked:bg-accent has-checked:text-accent-foreground has-focus-visible:ring-3 has-focus-visible:ring-ring/30"
              >
                <input
                  type="radio"
                  name="theme"
                  value={value}
                  checked={theme === value}
                  onChange={() => setOwnTheme(value)}
                  className="absolute inset-0 cursor-pointer opacity-0"
                />
                <Icon aria-hidden className="size-4" />
                {shell(label)}
              </label>
            ))}
          </div>
        </fieldset>
        <Button type="submit" disabled={name.trim() === ""} aria-busy={save.isPending}>
          {save.isPending ? t("saving") : t("save")}
        </Button>
      </SettingsSection>
    </form>
  );
}

/** A field of the form that follows what is switched meanwhile in the menu. */
function useFollowing(initial: string, elsewhere: string | undefined) {
  const [value, setValue] = useState(initial);
  const [seen, setSeen] = useState(elsewhere);
  if (elsewhere !== undefined && elsewhere !== seen) {
    setSeen(elsewhere);
    if (seen !== undefined) setValue(elsewhere);
  }
  return [value, setValue] as const;
}
