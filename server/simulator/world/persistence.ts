import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { World, WorldState } from "./world";

const SAVE_AFTER_MS = 500;
const MAP_TAG = "__map";

function pack(_key: string, value: unknown): unknown {
  return value instanceof Map ? { [MAP_TAG]: [...value.entries()] } : value;
}

function unpack(_key: string, value: unknown): unknown {
  if (typeof value === "object" && value !== null && MAP_TAG in value) {
    return new Map(value[MAP_TAG] as [unknown, unknown][]);
  }
  return value;
}

/** The world saved in `stateFile`, or null when there is none. */
export function loadState(stateFile: string): WorldState | null {
  if (!existsSync(stateFile)) return null;
  return JSON.parse(readFileSync(stateFile, "utf8"), unpack) as WorldState;
}

/** Saves the world soon after each change; returns the function that saves at once and stops. */
export function keepSaved(world: World, stateFile: string): () => void {
  mkdirSync(dirname(stateFile), { recursive: true });
  let timer: NodeJS.Timeout | null = null;
  let lastSaveMs = 0;
  const save = () => {
    timer = null;
    const startedAt = performance.now();
    // A rename is atomic: a kill in between leaves the older whole file.
    writeFileSync(`${stateFile}.new`, JSON.stringify(world.state, pack), { mode: 0o600 });
    renameSync(`${stateFile}.new`, stateFile);
    lastSaveMs = performance.now() - startedAt;
  };
  const listener = () => {
    timer ??= setTimeout(save, Math.max(SAVE_AFTER_MS, 20 * lastSaveMs));
  };
  world.listeners.add(listener);
  return () => {
    world.listeners.delete(listener);
    if (timer) clearTimeout(timer);
    save();
  };
}
