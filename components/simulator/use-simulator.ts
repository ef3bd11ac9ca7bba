"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useReducer, useState } from "react";
import { callSimulator } from "@/components/simulator/call-simulator";
import { followSimulator } from "@/components/simulator/follow-simulator";
import { LARGEST_UPLOAD } from "@/components/simulator/read-upload";
import { simulatorReducer } from "@/components/simulator/simulator-reducer";
import { emptySimulatorState, type SimulatorState } from "@/components/simulator/simulator-state";
import type { Cast } from "@/components/simulator/simulator-types";

/** A short notice over the page; `where` says on whose side. */
export type Toast = { id: number; text: string; tone: "plain" | "error" };

export type Simulator = {
  state: SimulatorState;
  toasts: Toast[];
  /** Acts in the world; true when it was done, else the reason is shown as a toast. */
  act: (path: string, body: object) => Promise<boolean>;
  clearFaults: () => Promise<void>;
  /** Presses an inline button and shows the bot's answer, if it gave one with words. */
  press: (body: {
    from: number;
    chat?: number;
    bot?: number;
    messageId: number;
    data: string;
  }) => Promise<void>;
  toast: (text: string, tone?: Toast["tone"]) => void;
  see: (room: string, topic: number) => void;
};

const TOAST_MS = 4500;

/** The simulated world, live, and the ways to act in it. */
export function useSimulator(cast: Cast): Simulator {
  const t = useTranslations("Simulator");
  const [state, dispatch] = useReducer(simulatorReducer, emptySimulatorState);
  const [toasts, setToasts] = useState<Toast[]>([]);

  useEffect(() => followSimulator(cast, dispatch), [cast]);

  const toast = useCallback((text: string, tone: Toast["tone"] = "plain") => {
    const id = Math.random();
    setToasts((shown) => [...shown.slice(-2), { id, text, tone }]);
    window.setTimeout(() => setToasts((shown) => shown.filter((one) => one.id !== id)), TOAST_MS);
  }, []);

  const act = useCallback(
    async (path: string, body: object) => {
      const answer = await callSimulator("POST", path, body);
      if (answer.ok) return true;
      const tooLarge = answer.why === "too_large";
      toast(tooLarge ? t("fileTooLarge", { mb: LARGEST_UPLOAD / 1_000_000 }) : answer.message, "error");
      return false;
    },
    [toast, t],
  );

  const press = useCallback<Simulator["press"]>(
    async (body) => {
      const answer = await callSimulator<{ answer: { text?: string } | null }>("POST", "/callbacks", body);
      if (!answer.ok) toast(answer.message, "error");
      else if (answer.value.answer?.text) toast(answer.value.answer.text);
    },
    [toast],
  );

  const clearFaults = useCallback(async () => {
    const answer = await callSimulator("DELETE", "/faults");
    if (!answer.ok) toast(answer.message, "error");
  }, [toast]);

  const see = useCallback((room: string, topic: number) => dispatch({ type: "seen", room, topic }), []);

  return { state, toasts, act, clearFaults, press, toast, see };
}
