import { Clock3, Send, ShieldAlert, WifiOff } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { ChatButton } from "@/components/chat/chat-button";
import { ChatScreen } from "@/components/chat/chat-screen";
import { createChatSession, type SessionRefusal } from "@/components/chat/chat-session";
import { useChatTexts } from "@/components/chat/chat-texts";
import { createChatTransport } from "@/components/chat/chat-transport";
import { type Chat, createChat } from "@/components/chat/create-chat";
import { FullPageState } from "@/components/chat/full-page-state";
import type { Launch } from "@/components/chat/launch";
import { loadAttachments } from "@/components/chat/lazy-attachments";
import { OpeningScreen } from "@/components/chat/opening-screen";
import { createOutbox } from "@/components/chat/outbox";
import { stayConnected } from "@/components/chat/stay-connected";
import { haptic, telegramWebApp } from "@/components/chat/telegram-web-app";

const ICONS = { outside: Send, expired: Clock3, refused: ShieldAlert, unreachable: WifiOff };

function startChat(launch: Launch, onSessionLost: (refusal: SessionRefusal) => void): Chat {
  const session = createChatSession(launch, window.sessionStorage);
  const outbox = createOutbox(window.localStorage, `${launch.bot}:${launch.userId}`);
  // Fetched with the first file: most visits attach none.
  const loadUploads = async () => {
    const [{ createUploads }, { postBySession }] = await Promise.all([
      import("@/components/chat/uploads/create-uploads"),
      import("@/components/chat/uploads/post-by-session"),
    ]);
    return createUploads(postBySession(session));
  };
  return createChat(createChatTransport(session), outbox, loadUploads, {
    onSessionLost,
    onEvent: (event) => {
      const isNews =
        event.type === "message" && event.message.author !== "customer" && !event.message.editedAt;
      if (isNews && document.visibilityState === "visible") haptic("arrived");
    },
  });
}

/** Opens the chat for the launch, or says what stands in the way and what helps. */
export function ChatEntrance({ launch, demo }: { launch: Launch; demo: boolean }) {
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt((before) => before + 1), []);
  return launch.initData ? (
    <OpeningChat key={attempt} launch={launch} onRetry={retry} />
  ) : (
    <Refusal reason="outside" demo={demo} onRetry={retry} />
  );
}

function OpeningChat({ launch, onRetry }: { launch: Launch; onRetry(): void }) {
  const { t } = useChatTexts();
  const [chat, setChat] = useState<Chat | null>(null);
  const [refusal, setRefusal] = useState<SessionRefusal | null>(null);

  useEffect(() => {
    const starting = startChat(launch, setRefusal);
    let leave: (() => void) | undefined;
    let isGone = false;
    void starting.open().then(async (outcome) => {
      // Loaded before the first look, pictures in the history do not come in late.
      if (starting.getState().messages.some(({ attachments }) => attachments.length > 0))
        // Without them the history is still there; they are asked for again where one is drawn.
        await loadAttachments().catch(() => null);
      if (isGone) return;
      if (outcome !== "opened") {
        setRefusal(outcome);
        return;
      }
      leave = stayConnected(starting);
      setChat(starting);
    });
    return () => {
      isGone = true;
      leave?.();
      starting.stop();
    };
  }, [launch]);

  if (refusal) return <Refusal reason={refusal} onRetry={onRetry} />;
  return chat ? <ChatScreen chat={chat} /> : <OpeningScreen label={t("opening")} />;
}

type RefusalProps = { reason: "outside" | SessionRefusal; demo?: boolean; onRetry(): void };

function Refusal({ reason, demo, onRetry }: RefusalProps) {
  const { t } = useChatTexts();
  const webApp = telegramWebApp();

  // Coming back online is as good as pressing the button.
  useEffect(() => {
    if (reason !== "unreachable") return;
    window.addEventListener("online", onRetry);
    return () => window.removeEventListener("online", onRetry);
  }, [reason, onRetry]);

  return (
    <FullPageState icon={ICONS[reason]} title={t(`${reason}Title`)} text={t(`${reason}Text`)}>
      {demo && (
        <ChatButton look="solid" onClick={() => window.location.assign("/simulator")}>
          {t("tryDemo")}
        </ChatButton>
      )}
      {reason === "unreachable" && (
        <ChatButton look="solid" onClick={onRetry}>
          {t("retry")}
        </ChatButton>
      )}
      {reason !== "unreachable" && webApp?.initData && (
        <ChatButton look="solid" onClick={() => webApp.close()}>
          {t("close")}
        </ChatButton>
      )}
    </FullPageState>
  );
}
