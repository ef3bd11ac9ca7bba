"use client";

import { useState } from "react";
import { MessagePage } from "@/components/shell/message-page";
import { Button } from "@/components/ui/button";
import en from "@/messages/en/errors.json";
import ru from "@/messages/ru/errors.json";

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

/** Shown when a page fails; it carries its own texts, as their provider may be what failed. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const [texts] = useState(() =>
    typeof document !== "undefined" && document.documentElement.lang === "ru" ? ru : en,
  );
  return (
    <MessagePage
      code={error.digest ? texts.reference.replace("{digest}", error.digest) : "500"}
      title={texts.failedTitle}
      text={texts.failedText}
    >
      <Button onClick={reset}>{texts.retry}</Button>
      <Button variant="outline" onClick={() => window.location.assign("/")}>
        {texts.goHome}
      </Button>
    </MessagePage>
  );
}
