"use client";

import { KeyRound, PlugZap } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";

/** Why there is nothing to play with, and what to do about it. */
export function NotAvailable({ why }: { why: "down" | "refused" }) {
  const t = useTranslations("Simulator");
  const Icon = why === "down" ? PlugZap : KeyRound;
  return (
    <section role="status" className="m-auto w-full max-w-md p-6 text-center">
      <span className="mx-auto grid size-14 place-items-center rounded-2xl bg-warning-soft text-warning">
        <Icon aria-hidden className="size-6" />
      </span>
      <h2 className="mt-5 text-xl font-semibold tracking-tight text-balance">{t(`${why}Title`)}</h2>
      <p className="mt-2 leading-relaxed text-pretty text-muted-foreground">{t(`${why}Text`)}</p>
      {why === "refused" && (
        // A plain form: the server sets the cookie and leads back here.
        <form action="/api/demo/enter" method="get" className="mt-6 space-y-3 text-left">
          <input type="hidden" name="next" value="/simulator" />
          <Label htmlFor="console-key">{t("consoleKey")}</Label>
          <Input id="console-key" name="key" type="password" autoComplete="off" required />
          <Button type="submit" className="w-full">
            {t("enter")}
          </Button>
        </form>
      )}
    </section>
  );
}
