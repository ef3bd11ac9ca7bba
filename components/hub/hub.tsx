"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { ChatTexts } from "@/components/chat/chat-texts";
import { ChatView } from "@/components/hub/chat-view";
import { ChatsZone } from "@/components/hub/chats-zone";
import { DetailsPanel } from "@/components/hub/details-panel";
import { ProposeDialog } from "@/components/hub/propose-dialog";
import { SelectionBar } from "@/components/hub/selection-bar";
import { Stream } from "@/components/hub/stream";
import { StreamSkeleton } from "@/components/hub/stream-skeleton";
import { useHubActs } from "@/components/hub/use-hub-acts";
import { useHubAddress } from "@/components/hub/use-hub-address";
import { useHubLive } from "@/components/hub/use-hub-live";
import { useSelection } from "@/components/hub/use-selection";
import { HearAgainProvider } from "@/components/inbox/hear-again-provider";
import { LostBanner } from "@/components/inbox/lost-banner";
import { useInboxKeys } from "@/components/inbox/use-inbox-keys";
import { ShortcutsDialog } from "@/components/shell/shortcuts-dialog";
import { cn } from "@/components/ui/cn";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import type { HubMessageView } from "@/server/domain/messages/hub/schema";
import type { Permission } from "@/server/domain/workspaces/policy";

const shortcuts = [
  ["/", "keySearch"],
  ["J", "keyNext"],
  ["K", "keyPrevious"],
  ["Enter", "keyOpen"],
  ["X", "keyChoose"],
  ["Esc", "keyLeave"],
  ["?", "keyHelp"],
] as const;

/** Everything that is said anywhere: the chats, the stream or one chat, and what is known of the message at hand. */
export function Hub({ permissions }: { permissions: Permission[] }) {
  const t = useTranslations("Hub");
  const locale = useLocale();
  const place = useHubAddress();
  const { filters, chatId, messageId, showsChats } = place;
  const [active, setActive] = useState<HubMessageView | null>(null);
  const [isDetailed, setDetailed] = useState(false);
  const [helps, setHelps] = useState(false);
  const [answered, setAnswered] = useState<HubMessageView | null>(null);
  const selection = useSelection();
  const acts = useHubActs(selection);
  const root = useRef<HTMLDivElement>(null);
  const keys = useRef<(by: 1 | -1) => void>(() => {});
  const { isLost } = useHubLive();

  const leave = () => {
    if (selection.chosen.size > 0) selection.clear();
    else if (chatId !== null) place.leave();
    else setActive(null);
  };
  useInboxKeys(root, { go: (by) => keys.current(by), help: () => setHelps(true), leave });

  const open = (message: HubMessageView) => {
    setActive(message);
    place.open(message.chat.id, message.id);
  };
  const details = (
    <DetailsPanel
      message={active}
      permissions={permissions}
      onLead={(message) => void acts.makeLeads([message])}
      onPropose={setAnswered}
      onPerson={(contactId) => {
        setDetailed(false);
        place.filter({ contactId, q: "" });
      }}
      onChat={(id) => {
        setDetailed(false);
        place.open(id);
      }}
    />
  );
  return (
    <div ref={root} className="inbox @container/hub flex h-full min-h-0 flex-col">
      <LostBanner isLost={isLost} />
      <div className="flex min-h-0 flex-1">
        <section
          aria-label={t("chats")}
          className={cn(
            "flex w-full min-w-0 flex-col border-border @min-[46rem]/hub:w-68 @min-[46rem]/hub:shrink-0 @min-[46rem]/hub:border-r @min-[88rem]/hub:w-76",
            !showsChats && "@max-[46rem]/hub:hidden",
          )}
        >
          <ChatsZone
            filters={filters}
            chatId={chatId}
            onFilters={place.filter}
            onOpen={(id) => {
              setActive(null);
              place.open(id);
            }}
            onBack={() => place.showChats(false)}
          />
        </section>
        <div
          className={cn(
            "@container/pane relative flex min-w-0 flex-1",
            showsChats && "@max-[46rem]/hub:hidden",
          )}
        >
          {/* The heading that is seen stands in the list of chats, which is away where it is narrow. */}
          <h1 className="sr-only @min-[46rem]/hub:hidden">{t("title")}</h1>
          {chatId === null ? (
            <Stream
              filters={filters}
              active={active}
              selection={selection}
              keys={keys}
              onFilter={place.filter}
              onActive={setActive}
              onOpen={open}
              onShowChats={() => place.showChats(true)}
            />
          ) : (
            <ChatTexts embedded language={locale} fallback={<StreamSkeleton />}>
              <HearAgainProvider>
                <ChatView
                  key={`${chatId}:${messageId}`}
                  chatId={chatId}
                  messageId={messageId}
                  active={active}
                  selection={selection}
                  keys={keys}
                  mayIgnore={permissions.includes("hub.rules")}
                  onActive={setActive}
                  onJump={(id) => place.open(chatId, id)}
                  onFilter={(id) => place.filter({ chatIds: [id] })}
                  onDetails={() => setDetailed(true)}
                  onLeave={place.leave}
                />
              </HearAgainProvider>
            </ChatTexts>
          )}
          <SelectionBar
            selection={selection}
            isBusy={acts.isBusy}
            onLeads={
              permissions.includes("leads.edit")
                ? () => void acts.makeLeads([...selection.chosen.values()])
                : null
            }
            onReclassify={permissions.includes("hub.rules") ? acts.reclassify : null}
          />
        </div>
        <aside
          aria-label={t("details")}
          className="hidden w-76 shrink-0 overflow-y-auto border-l border-border @min-[66rem]/hub:block @min-[88rem]/hub:w-80"
        >
          {details}
        </aside>
      </div>
      <Dialog open={isDetailed} onOpenChange={setDetailed}>
        <DialogContent shape="sheet" title={t("details")} closeLabel={t("close")} className="max-w-sm">
          <div className="-m-5">{details}</div>
        </DialogContent>
      </Dialog>
      {answered && <ProposeDialog message={answered} onClose={() => setAnswered(null)} />}
      <ShortcutsDialog
        title={t("shortcuts")}
        closeLabel={t("close")}
        shortcuts={shortcuts.map(([key, meaning]) => [key, t(meaning)])}
        open={helps}
        onOpenChange={setHelps}
      />
    </div>
  );
}
