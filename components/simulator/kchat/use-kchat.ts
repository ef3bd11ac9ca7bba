"use client";

import { useCallback, useEffect, useReducer } from "react";
import { callSimulator, type SimulatorAnswer } from "@/components/simulator/call-simulator";
import { followEvents } from "@/components/simulator/follow-events";
import {
  emptyKchatState,
  KCHAT_TYPING_MS,
  type KchatAction,
  type KchatState,
  kchatReducer,
} from "@/components/simulator/kchat/kchat-reducer";
import type {
  KchatCast,
  KchatEvent,
  KchatMessage,
  KchatWorld,
} from "@/components/simulator/kchat/kchat-types";

const WORLD_AFTER_MS = 150;

/** What a person at the page sees of KChat and marks as seen. */
export type Kchat = { state: KchatState; see: (chat: string) => void };

function followKchat(cast: KchatCast, dispatch: (action: KchatAction) => void): () => void {
  let stopped = false;
  let worldTimer: number | undefined;
  const timers = new Set<number>();

  async function readWorld(): Promise<SimulatorAnswer<KchatWorld>> {
    const answer = await callSimulator<KchatWorld>("GET", "/kchat/world");
    if (answer.ok && !stopped) dispatch({ type: "world", world: answer.value });
    return answer;
  }
  async function readChat(chat: string): Promise<boolean> {
    const answer = await callSimulator<{ messages: KchatMessage[] }>("GET", `/kchat/groups/${chat}/messages`);
    if (answer.ok && !stopped) dispatch({ type: "messages", chat, messages: answer.value.messages });
    return answer.ok || answer.why !== "down";
  }
  const stop = followEvents({
    readWorld,
    readPlaces: async () => {
      const chats = [cast.group.id, ...cast.people.map(({ chat }) => chat)];
      return (await Promise.all(chats.map(readChat))).every(Boolean);
    },
    onConnection: (connection) => dispatch({ type: "connection", connection }),
    onEvent: (told) => {
      const event = told as KchatEvent;
      if (event.type !== "kchat") return;
      dispatch({ type: "event", event, now: Date.now() });
      if (event.what === "world") {
        window.clearTimeout(worldTimer);
        worldTimer = window.setTimeout(() => void readWorld(), WORLD_AFTER_MS);
      }
      if (event.what === "typing") {
        const tick = () => dispatch({ type: "tick", now: Date.now() });
        timers.add(window.setTimeout(tick, KCHAT_TYPING_MS + 50));
      }
    },
  });
  return () => {
    stopped = true;
    stop();
    window.clearTimeout(worldTimer);
    for (const timer of timers) window.clearTimeout(timer);
  };
}

/** The simulated KChat, live once `open`. */
export function useKchat(cast: KchatCast, open: boolean): Kchat {
  const [state, dispatch] = useReducer(kchatReducer, emptyKchatState);
  useEffect(() => (open ? followKchat(cast, dispatch) : undefined), [cast, open]);
  const see = useCallback((chat: string) => dispatch({ type: "seen", chat }), []);
  return { state, see };
}
