"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useDeferredValue, useId, useState } from "react";
import { ContactRow } from "@/components/data/contact-row";
import { useTRPC } from "@/components/shell/trpc";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";

/** Finds a person, to export or delete what is kept about them. */
export function ContactData() {
  const t = useTranslations("Data");
  const trpc = useTRPC();
  const id = useId();
  const [typed, setTyped] = useState("");
  const query = useDeferredValue(typed.trim());
  const found = useQuery({
    ...trpc.contacts.search.queryOptions({ query }),
    enabled: query.length > 0,
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <div className="max-w-md space-y-2">
        <Label htmlFor={id}>{t("search")}</Label>
        <Input
          id={id}
          type="search"
          maxLength={100}
          placeholder={t("searchHint")}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      {query && found.isError && (
        <p role="alert" className="text-sm text-destructive">
          {t("failed")}
        </p>
      )}
      {query && found.data?.length === 0 && (
        <p role="status" className="text-sm text-muted-foreground">
          {t("none")}
        </p>
      )}
      {query && found.data && found.data.length > 0 && (
        <ul className="divide-y divide-border rounded-xl border border-border">
          {found.data.map((contact) => (
            <ContactRow key={contact.id} contact={contact} refresh={() => found.refetch()} />
          ))}
        </ul>
      )}
    </>
  );
}
