import { useState } from "react";
import type { HubMessageView } from "@/server/domain/messages/hub/schema";

export type Selection = {
  chosen: ReadonlyMap<number, HubMessageView>;
  toggle: (message: HubMessageView) => void;
  clear: () => void;
};

/** The server takes so many at a time. */
const mostChosen = 300;

/** Messages chosen for one act; they stay chosen while the reader looks elsewhere. */
export function useSelection(): Selection {
  const [chosen, setChosen] = useState<ReadonlyMap<number, HubMessageView>>(new Map());
  return {
    chosen,
    toggle: (message) =>
      setChosen((before) => {
        const next = new Map(before);
        if (!next.delete(message.id) && next.size < mostChosen) next.set(message.id, message);
        return next;
      }),
    clear: () => setChosen(new Map()),
  };
}
