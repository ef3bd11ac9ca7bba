"use client";

import { useState } from "react";
import { MessagePage } from "@/components/shell/message-page";
import { buttonClasses } from "@/components/ui/button-classes";
import en from "@/messages/en/errors.json";
import ru from "@/messages/ru/errors.json";

export type ErrorPageProps = {
  error: Error & { digest?: string };
  reset: () => void;
  /** See MessagePage. */
  framed?: boolean;
};

/** Shown when a page fails; it carries its own texts, as their provider may be what failed. */
export function ErrorPage({ error, reset, framed }: ErrorPageProps) {
  const [texts] = useState(() =>
    typeof document !== "undefined" && document.documentElement.lang === "ru" ? ru : en,
  );
  return (
    <MessagePage
      framed={framed}
      code={error.digest ? texts.reference.replace("{digest}", error.digest) : "500"}
      title={texts.failedTitle}
      text={texts.failedText}
    >
      <button type="button" className={buttonClasses()} onClick={reset}>
        {texts.retry}
      </button>
      <a className={buttonClasses({ variant: "outline" })} href="/">
        {texts.goHome}
      </a>
    </MessagePage>
  );
}
