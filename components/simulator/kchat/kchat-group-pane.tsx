"use client";

import { UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { KchatChat } from "@/components/simulator/kchat/kchat-chat";
import { KchatStory } from "@/components/simulator/kchat/kchat-story";
import type { KchatCast, KchatPerson } from "@/components/simulator/kchat/kchat-types";
import type { Kchat } from "@/components/simulator/kchat/use-kchat";
import { PersonAvatar } from "@/components/simulator/person-avatar";
import { personName } from "@/components/simulator/person-name";
import type { Simulator } from "@/components/simulator/use-simulator";
import { cn } from "@/components/ui/cn";

type KchatGroupPaneProps = {
  cast: KchatCast;
  first: KchatPerson;
  kchat: Kchat;
  simulator: Simulator;
  visible: boolean;
};

/** The group of KChat in which everybody is, written in as one of them. */
export function KchatGroupPane({ cast, first, kchat, simulator, visible }: KchatGroupPaneProps) {
  const t = useTranslations("Simulator");
  const [writer, setWriter] = useState(first);
  const { bot, group, people } = cast;
  const nameOf = (id: string) => {
    const person = people.find((one) => one.id === id);
    return person ? personName(person) : bot.name;
  };
  const members = [...people.map(({ firstName }) => firstName), bot.name].join(", ");
  return (
    <section
      aria-label={t("kchatGroup", { title: group.title })}
      className={cn(
        "flex min-h-0 min-w-0 flex-1 flex-col overflow-hidden bg-card low:h-dvh low:flex-none max-lg:border-t max-lg:border-border lg:rounded-2xl lg:border lg:border-border lg:shadow-soft",
        !visible && "max-lg:hidden",
      )}
    >
      <header className="flex h-14 shrink-0 items-center gap-2.5 border-b border-border px-3">
        <span
          aria-hidden
          className="grid size-9 shrink-0 place-items-center rounded-xl bg-muted text-muted-foreground"
        >
          <UsersRound className="size-5" />
        </span>
        <div className="min-w-0">
          <h2 className="truncate text-sm leading-tight font-semibold" title={group.title}>
            {group.title}
          </h2>
          <p className="truncate text-xs text-muted-foreground" title={members}>
            {members}
          </p>
        </div>
      </header>
      <KchatChat
        chat={group.id}
        writerId={writer.id}
        kchat={kchat}
        simulator={simulator}
        visible={visible}
        label={t("kchatMessageToGroup")}
        placeholder={t("messageAs", { name: writer.firstName })}
        empty={<KchatStory people={people} state={kchat.state} />}
        nameOf={nameOf}
        above={
          <fieldset className="flex gap-1 border-t border-border bg-card px-2 pt-1.5">
            <legend className="sr-only">{t("playAs")}</legend>
            {people.map((person) => (
              <label
                key={person.id}
                className={cn(
                  "flex cursor-pointer items-center gap-1.5 rounded-full py-0.5 pr-2.5 pl-0.5 text-xs font-medium transition-colors has-focus-visible:outline-2 has-focus-visible:outline-ring",
                  person.id === writer.id
                    ? "bg-accent text-accent-foreground"
                    : "text-muted-foreground hover:bg-muted",
                )}
              >
                <input
                  type="radio"
                  name="kchat-writer"
                  className="sr-only"
                  checked={person.id === writer.id}
                  onChange={() => setWriter(person)}
                />
                <PersonAvatar id={Number(person.id.slice(-3))} name={personName(person)} size="small" />
                {person.firstName}
              </label>
            ))}
          </fieldset>
        }
      />
    </section>
  );
}
