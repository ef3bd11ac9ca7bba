import { useSyncExternalStore } from "react";
import { z } from "zod";

/** A view of the stream that the reader keeps in this browser: its name, and the filters as the address has them. */
export type SavedView = { name: string; query: string };

const key = "assistchat.hub.views";
const views = z.array(z.object({ name: z.string(), query: z.string() }));
const listeners = new Set<() => void>();
const none: SavedView[] = [];
let known: { text: string | null; views: SavedView[] } = { text: null, views: none };

function read(): SavedView[] {
  const text = window.localStorage.getItem(key);
  if (text !== known.text) known = { text, views: text ? parse(text) : none };
  return known.views;
}

/** What another version or a hand left there is no list. */
function parse(text: string): SavedView[] {
  try {
    return views.parse(JSON.parse(text));
  } catch {
    return none;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

/** The reader's saved views, and the way to keep or drop one. */
export function useSavedViews() {
  const saved = useSyncExternalStore(subscribe, read, () => none);
  const write = (next: SavedView[]) => {
    window.localStorage.setItem(key, JSON.stringify(next));
    for (const listener of listeners) listener();
  };
  return {
    saved,
    save: (view: SavedView) => write([...saved.filter(({ name }) => name !== view.name), view]),
    drop: (view: SavedView) => write(saved.filter(({ name }) => name !== view.name)),
  };
}
