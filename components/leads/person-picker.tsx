"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDeferredValue, useId, useRef, useState } from "react";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import type { PersonContact } from "@/server/domain/contacts/schema";

type PersonPickerProps = {
  label: string;
  chosen: PersonContact | null;
  onChoose: (contact: PersonContact | null) => void;
  /** This one is not offered. */
  without?: number;
};

/** Finds one contact by name, @username, phone, e-mail or id. */
export function PersonPicker({ label, chosen, onChoose, without }: PersonPickerProps) {
  const t = useTranslations("Leads");
  const trpc = useTRPC();
  const id = useId();
  // What was pressed is gone with its focus: what stands in its place takes it.
  const moved = useRef(false);
  const takeFocus = (element: HTMLElement | null) => {
    if (!element || !moved.current) return;
    moved.current = false;
    element.focus();
  };
  const choose = (contact: PersonContact | null) => {
    moved.current = true;
    onChoose(contact);
  };
  const [typed, setTyped] = useState("");
  const query = useDeferredValue(typed.trim());
  const found = useQuery({
    ...trpc.contacts.find.queryOptions({ query }),
    enabled: query.length > 0 && !chosen,
    placeholderData: keepPreviousData,
  });
  const facts = (contact: PersonContact) =>
    [
      t("channel", { provider: contact.provider }),
      contact.username && `@${contact.username}`,
      contact.externalId,
    ]
      .filter(Boolean)
      .join(" · ");
  if (chosen)
    return (
      <div className="space-y-1.5">
        <p className="text-sm font-medium">{label}</p>
        <div className="flex items-center gap-3 rounded-lg border border-border px-3.5 py-2 text-sm">
          <div className="min-w-0 flex-1">
            <p dir="auto" className="truncate font-medium" title={chosen.name}>
              {chosen.name}
            </p>
            <p className="truncate text-xs text-muted-foreground">{facts(chosen)}</p>
          </div>
          <Button
            ref={takeFocus}
            variant="ghost"
            size="icon"
            aria-label={t("chooseOther", { name: chosen.name })}
            onClick={() => choose(null)}
          >
            <X aria-hidden />
          </Button>
        </div>
      </div>
    );
  const contacts = query ? (found.data?.filter((contact) => contact.id !== without) ?? []) : [];
  return (
    <div className="space-y-1.5">
      <Label htmlFor={id}>{label}</Label>
      <Input
        ref={takeFocus}
        id={id}
        type="search"
        autoComplete="off"
        maxLength={100}
        placeholder={t("personHint")}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {query && found.isError && (
        <p role="alert" className="text-sm text-destructive">
          {t("findFailed")}
        </p>
      )}
      {query && found.data && contacts.length === 0 && (
        <p role="status" className="text-sm text-muted-foreground">
          {t("nobodyFound")}
        </p>
      )}
      {contacts.length > 0 && (
        <ul className="max-h-52 overflow-y-auto rounded-lg border border-border p-1">
          {contacts.map((contact) => (
            <li key={contact.id}>
              <button
                type="button"
                className="w-full rounded-md px-2.5 py-1.5 text-left max-sm:min-h-11 text-sm hover:bg-muted"
                onClick={() => choose(contact)}
              >
                <span dir="auto" className="block truncate">
                  {contact.name}
                </span>
                <span className="block truncate text-xs text-muted-foreground">{facts(contact)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
