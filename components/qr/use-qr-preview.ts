"use client";

import { useEffect, useMemo, useState } from "react";
import type { QrDesign } from "@/components/qr/qr-design";
import { type QrOutcome, requestQr } from "@/components/qr/request-qr";

/** What is typed in one go is asked for once. */
const pauseMs = 180;

export type QrPreview = {
  /** Of the last answer; the picture stays while a newer one is on its way. */
  outcome: QrOutcome | null;
  address: string | null;
  busy: boolean;
  retry: () => void;
};

/** The code as it looks now, asked for anew after every change; nothing while `text` is empty. */
export function useQrPreview(text: string, design: QrDesign): QrPreview {
  const [outcome, setOutcome] = useState<QrOutcome | null>(null);
  const [address, setAddress] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [attempt, setAttempt] = useState(0);

  // A new attempt is a new wish for the same.
  const wish = useMemo(() => ({ text, design, attempt }), [text, design, attempt]);

  useEffect(() => {
    if (wish.text === "") {
      setOutcome(null);
      setAddress(null);
      setBusy(false);
      return;
    }
    const stop = new AbortController();
    setBusy(true);
    const timer = setTimeout(async () => {
      try {
        const answer = await requestQr(wish.text, wish.design, "svg", stop.signal);
        setOutcome(answer);
        if (answer.ok) setAddress(URL.createObjectURL(answer.file));
        setBusy(false);
      } catch (error) {
        if (!stop.signal.aborted) throw error;
      }
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [wish]);

  useEffect(() => {
    if (!address) return;
    return () => URL.revokeObjectURL(address);
  }, [address]);

  return { outcome, address, busy, retry: () => setAttempt((count) => count + 1) };
}
