"use client";

import { Command } from "cmdk";
import { BookOpen, Languages, LogOut, MessagesSquare, Plug, UserPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { destinationsFor, PROFILE } from "@/components/shell/destinations";
import { LANGUAGES } from "@/components/shell/languages";
import { leave } from "@/components/shell/leave";
import type { ShellMember } from "@/components/shell/shell-member";
import { THEMES } from "@/components/shell/themes";
import { useFoundConversations } from "@/components/shell/use-found-conversations";
import { useOwnLook } from "@/components/shell/use-own-look";
import type { Permission } from "@/server/domain/workspaces/policy";

type CommandPaletteProps = { member: ShellMember; open: boolean; onOpenChange: (open: boolean) => void };

const acts = [
  { name: "addResource", href: "/resources/new", icon: Plug, permission: "resources.change" },
  { name: "addKnowledge", href: "/knowledge/new", icon: BookOpen, permission: "knowledge.edit" },
  { name: "invite", href: "/settings/team", icon: UserPlus, permission: "team.manage" },
] as const satisfies { name: string; href: string; icon: unknown; permission: Permission }[];

const entry =
  "flex min-h-10 cursor-pointer items-center gap-3 rounded-lg px-2.5 text-sm data-[selected=true]:bg-foreground/8 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-muted-foreground";

/** Everything the dashboard can do, found by typing a part of its name in the page's language. */
export function CommandPalette({ member, open, onOpenChange }: CommandPaletteProps) {
  const t = useTranslations("Shell");
  const router = useRouter();
  const { chooseTheme, chooseLanguage } = useOwnLook();
  const [typed, setTyped] = useState("");
  const { data: found, isFetching } = useFoundConversations(typed, open);
  const run = (act: () => void) => () => {
    onOpenChange(false);
    act();
  };
  const go = (href: string) => run(() => router.push(href));
  return (
    <Command.Dialog
      open={open}
      onOpenChange={onOpenChange}
      label={t("search")}
      loop
      overlayClassName="fixed inset-0 z-50 bg-black/45"
      contentClassName="fixed top-[12dvh] left-1/2 z-50 w-[calc(100%-2rem)] max-w-xl -translate-x-1/2 overflow-hidden rounded-2xl border border-border bg-popover text-foreground shadow-lifted [&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:py-2 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-muted-foreground"
    >
      <Command.Input
        value={typed}
        onValueChange={setTyped}
        placeholder={t("searchHint")}
        className="h-13 w-full border-b border-border bg-transparent px-4 text-base outline-none placeholder:text-muted-foreground"
      />
      <Command.List className="max-h-[min(30rem,64dvh)] overflow-y-auto p-2">
        <Command.Empty className="py-10 text-center text-sm text-muted-foreground">
          {isFetching ? t("loading") : t("nothingFound")}
        </Command.Empty>
        {found && found.length > 0 && (
          <Command.Group heading={t("conversations")}>
            {found.map(({ id, contactName, preview }) => (
              <Command.Item
                key={id}
                // They were found by what was written in them too: the typed words make them match, whatever their names.
                value={`${typed} ${id}`}
                onSelect={go(`/inbox?c=${id}`)}
                className={entry}
              >
                <MessagesSquare aria-hidden />
                <span className="min-w-0 py-1.5">
                  <span className="block truncate">{contactName}</span>
                  {preview && (
                    <span className="block truncate text-xs text-muted-foreground">{preview.text}</span>
                  )}
                </span>
              </Command.Item>
            ))}
          </Command.Group>
        )}
        <Command.Group heading={t("pages")}>
          {[...destinationsFor({ ...member, isDemo: member.user.isDemo }), PROFILE].map(
            ({ name, href, icon: Icon }) => (
              <Entry key={name} onSelect={go(href)}>
                <Icon aria-hidden />
                {t(name)}
              </Entry>
            ),
          )}
        </Command.Group>
        <Command.Group heading={t("actions")}>
          {acts
            .filter(({ permission }) => member.permissions.includes(permission))
            .map(({ name, href, icon: Icon }) => (
              <Entry key={name} onSelect={go(href)}>
                <Icon aria-hidden />
                {t(name)}
              </Entry>
            ))}
          {THEMES.map(({ value, label, icon: Icon }) => (
            <Entry key={value} onSelect={run(() => chooseTheme(value))}>
              <Icon aria-hidden />
              {t("themeTo", { theme: t(label) })}
            </Entry>
          ))}
          {LANGUAGES.map(({ locale, name }) => (
            <Entry key={locale} onSelect={run(() => chooseLanguage(locale))}>
              <Languages aria-hidden />
              {t("languageTo", { language: name })}
            </Entry>
          ))}
          <Entry onSelect={run(() => void leave())}>
            <LogOut aria-hidden />
            {t("logOut")}
          </Entry>
        </Command.Group>
      </Command.List>
    </Command.Dialog>
  );
}

function Entry({ onSelect, children }: { onSelect: () => void; children: ReactNode }) {
  return (
    <Command.Item onSelect={onSelect} className={entry}>
      {children}
    </Command.Item>
  );
}
