"use client";

import { useEffect, useState } from "react";
import { ChatEntrance } from "@/components/chat/chat-entrance";
import { ChatTexts } from "@/components/chat/chat-texts";
import { chatTheme, type ThemeParams } from "@/components/chat/chat-theme";
import { type Launch, readLaunch } from "@/components/chat/launch";
import { OpeningScreen } from "@/components/chat/opening-screen";
import { loadTelegramWebApp, type TelegramWebApp, telegramWebApp } from "@/components/chat/telegram-web-app";
import { useVisibleArea } from "@/components/chat/use-visible-area";

function currentLaunch(): Launch {
  return readLaunch(window.location, window.sessionStorage, navigator.language, telegramWebApp()?.initData);
}

function applyTheme(params: ThemeParams): void {
  const theme = chatTheme(params);
  const { style, dataset } = document.documentElement;
  if (!theme) return;
  dataset.chatScheme = theme.scheme;
  for (const [name, value] of Object.entries(theme.variables)) style.setProperty(name, value);
}

function settleIn(webApp: TelegramWebApp): void {
  webApp.ready();
  webApp.expand();
  // Reading a long history must not pull the page down and close it.
  if (webApp.isVersionAtLeast("7.7")) webApp.disableVerticalSwipes?.();
}

/** The Mini App: knows its launch only in the browser, since it stands behind the address's #. `demo` shows the way there. */
export function ChatApp({ demo }: { demo: boolean }) {
  const [launch, setLaunch] = useState<Launch | null>(null);
  useVisibleArea();

  useEffect(() => {
    const first = currentLaunch();
    applyTheme(first.themeParams);
    setLaunch(first);
    let isGone = false;
    const followTheme = () => applyTheme(telegramWebApp()?.themeParams ?? {});
    loadTelegramWebApp((webApp) => {
      if (isGone) return;
      settleIn(webApp);
      webApp.onEvent("themeChanged", followTheme);
      if (!first.initData && webApp.initData) setLaunch(currentLaunch());
    });
    return () => {
      isGone = true;
      telegramWebApp()?.offEvent("themeChanged", followTheme);
    };
  }, []);

  const opening = <OpeningScreen label="AssistChat" />;
  if (!launch) return opening;
  return (
    <ChatTexts language={launch.language} fallback={opening}>
      <ChatEntrance key={launch.initData} launch={launch} demo={demo} />
    </ChatTexts>
  );
}
