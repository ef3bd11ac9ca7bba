"use client";

import { CalendarCheck2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { KchatChat } from "@/components/simulator/kchat/kchat-chat";
import { KchatSuggestions } from "@/components/simulator/kchat/kchat-suggestions";
import type { KchatCast, KchatPerson } from "@/components/simulator/kchat/kchat-types";
import { INVITEE_WORDS, organiserWords } from "@/components/simulator/kchat/kchat-words";
import type { Kchat } from "@/components/simulator/kchat/use-kchat";
import { PersonAvatar } from "@/components/simulator/person-avatar";
import { personName } from "@/components/simulator/person-name";
import { PhoneFrame } from "@/components/simulator/phone-frame";
import type { Simulator } from "@/components/simulator/use-simulator";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";

type KchatPhoneProps = {
  cast: KchatCast;
  person: KchatPerson;
  kchat: Kchat;
  simulator: Simulator;
  /** On a phone only one side is shown. */
  visible: boolean;
};

/** One person of KChat with their phone: the private chat with the bot. */
export function KchatPhone({ cast, person, kchat, simulator, visible }: KchatPhoneProps) {
  const t = useTranslations("Simulator");
  const { bot } = cast;
  const { chat, email, isOrganiser } = person;
  const name = personName(person);
  const say = (text: string) => simulator.act("/kchat/messages", { from: person.id, group: chat, text });
  const suggestions = isOrganiser
    ? organiserWords(cast.people.filter((one) => !one.isOrganiser))
    : INVITEE_WORDS;
  const typing = kchat.state.typing[chat] !== undefined;
  return (
    <section
      aria-label={t("kchatPhone", { name })}
      className={cn(
        "flex min-h-0 min-w-0 flex-1 flex-col gap-3 low:h-dvh low:flex-none lg:max-w-[25rem]",
        !visible && "max-lg:hidden",
      )}
    >
      <div className="flex items-center gap-2.5 max-lg:px-3">
        <PersonAvatar id={Number(person.id.slice(-3))} name={name} />
        <div className="min-w-0 text-sm leading-tight">
          <h2 className="truncate font-semibold" title={name}>
            {name}
          </h2>
          <p className="truncate text-xs text-muted-foreground" title={email}>
            {t("kchatRole", { organiser: String(isOrganiser) })} · {email}
          </p>
        </div>
      </div>
      <PhoneFrame>
        <header className="flex h-14 shrink-0 items-center gap-2.5 border-b border-border bg-card px-3">
          <span
            aria-hidden
            className="grid size-9 shrink-0 place-items-center rounded-xl bg-primary text-primary-foreground"
          >
            <CalendarCheck2 className="size-5" />
          </span>
          <div className="min-w-0">
            <p className="truncate text-sm leading-tight font-semibold">{bot.name}</p>
            <p className="text-xs text-muted-foreground">{typing ? t("typing") : t("statusBot")}</p>
          </div>
        </header>
        <KchatChat
          chat={chat}
          writerId={person.id}
          kchat={kchat}
          simulator={simulator}
          visible={visible}
          label={t("messageToBot")}
          placeholder={t("messagePlaceholder")}
          empty={
            <p className="m-auto max-w-60 text-center text-sm text-balance text-muted-foreground">
              {t("kchatStartText", { bot: bot.name, name: person.firstName })}
            </p>
          }
          above={<KchatSuggestions texts={suggestions} onSay={(text) => void say(text)} />}
          instead={
            <div className="border-t border-border bg-card p-2">
              <Button className="w-full" onClick={() => void say("/start")}>
                {t("start")}
              </Button>
            </div>
          }
        />
      </PhoneFrame>
    </section>
  );
}
