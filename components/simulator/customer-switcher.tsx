"use client";

import { useTranslations } from "next-intl";
import { PersonAvatar } from "@/components/simulator/person-avatar";
import { personName } from "@/components/simulator/person-name";
import type { CastPerson } from "@/components/simulator/simulator-types";
import { cn } from "@/components/ui/cn";

type CustomerSwitcherProps = {
  customers: CastPerson[];
  chosen: number;
  unread: (customer: CastPerson) => number;
  onChoose: (id: number) => void;
};

/** Whose phone it is. */
export function CustomerSwitcher({ customers, chosen, unread, onChoose }: CustomerSwitcherProps) {
  const t = useTranslations("Simulator");
  return (
    <fieldset className="flex min-w-0 gap-1.5">
      <legend className="sr-only">{t("playAs")}</legend>
      {customers.map((customer) => {
        const waiting = unread(customer);
        const isChosen = customer.id === chosen;
        return (
          <label
            key={customer.id}
            title={personName(customer)}
            className={cn(
              "relative flex min-w-0 flex-1 cursor-pointer items-center gap-2 rounded-xl border px-2 py-1.5 transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring",
              isChosen ? "border-primary/50 bg-accent" : "border-border bg-card hover:bg-muted",
            )}
          >
            <input
              type="radio"
              name="customer"
              className="sr-only"
              checked={isChosen}
              onChange={() => onChoose(customer.id)}
            />
            <span className="max-[23rem]:hidden">
              <PersonAvatar id={customer.id} name={personName(customer)} size="small" />
            </span>
            <span className="min-w-0 text-xs leading-tight">
              <span className="block truncate font-medium">{customer.firstName}</span>
              <span className="block truncate text-muted-foreground">
                {t("language", { code: customer.languageCode })}
              </span>
            </span>
            {waiting > 0 && !isChosen && (
              <span className="absolute -top-1.5 -right-1 grid h-5 min-w-5 place-items-center rounded-full bg-primary px-1 text-[0.6875rem] font-semibold text-primary-foreground">
                <span aria-hidden>{waiting}</span>
                <span className="sr-only">{t("unread", { count: waiting })}</span>
              </span>
            )}
          </label>
        );
      })}
    </fieldset>
  );
}
