import { newClientId } from "@/components/chat/new-client-id";
import { chooseTrouble } from "@/components/chat/uploads/choose-trouble";
import { measurePicture } from "@/components/chat/uploads/measure-picture";
import type { PostFile } from "@/components/chat/uploads/post-file";
import type { Upload, UploadTrouble } from "@/components/chat/uploads/upload";
import { uploadFile } from "@/components/chat/uploads/upload-file";

/** So many go at once; the rest waits in line. */
const AT_ONCE = 3;
const HELPLESS: ReadonlySet<UploadTrouble | null> = new Set(["tooLarge", "empty", "tooMany", "refused"]);

export type Uploads = ReturnType<typeof createUploads>;

function kindOf({ type }: File): Upload["kind"] {
  if (/^image\/(?!svg)/.test(type)) return "photo";
  if (type.startsWith("video/")) return "video";
  return type.startsWith("audio/") ? "audio" : "document";
}

/**
 * Every file chosen on this page: those in the tray, and those of messages that wait for them. Files begin to go as
 * soon as they are chosen.
 */
export function createUploads(post: PostFile) {
  const all = new Map<string, Upload>();
  const running = new Map<string, AbortController>();
  const listeners = new Set<() => void>();
  let tray: readonly Upload[] = [];
  let trayKeys: string[] = [];

  const tell = (): void => {
    tray = trayKeys.flatMap((key) => all.get(key) ?? []);
    for (const listener of listeners) listener();
  };
  const change = (key: string, part: Partial<Upload>): void => {
    const before = all.get(key);
    if (before) all.set(key, { ...before, ...part });
    tell();
  };

  const run = async (upload: Upload): Promise<void> => {
    const { key } = upload;
    const control = new AbortController();
    running.set(key, control);
    change(key, { state: "uploading", progress: 0, trouble: null });
    const onProgress = (progress: number) => {
      const known = all.get(key)?.progress ?? 0;
      // Each per cent is drawn once; every event would redraw the tray hundreds of times a second.
      if (progress === 0 || progress - known >= 0.01) change(key, { progress });
    };
    const outcome = await uploadFile(post, upload.file, onProgress, control.signal);
    running.delete(key);
    if (control.signal.aborted) return;
    if (outcome.ok) {
      const { id, kind, width, height } = outcome.file;
      change(key, { state: "ready", progress: 1, fileId: id, kind, ...(width && { width, height }) });
    } else {
      const state = HELPLESS.has(outcome.trouble) ? "refused" : "failed";
      change(key, { state, progress: 0, trouble: outcome.trouble });
    }
    startNext();
  };
  const startNext = (): void => {
    for (const upload of [...all.values()]) {
      if (running.size >= AT_ONCE) return;
      if (upload.state === "queued") void run(upload);
    }
  };

  const forget = (key: string): void => {
    running.get(key)?.abort();
    running.delete(key);
    const { previewUrl } = all.get(key) ?? {};
    if (previewUrl) URL.revokeObjectURL(previewUrl);
    all.delete(key);
    trayKeys = trayKeys.filter((other) => other !== key);
  };
  const again = (keys: readonly string[]): void => {
    for (const key of keys) {
      if (all.get(key)?.state === "failed") change(key, { state: "queued", trouble: null, progress: 0 });
    }
    startNext();
  };

  const addOne = async (file: File): Promise<void> => {
    const key = newClientId();
    const taken = tray.filter(({ state }) => state !== "refused").length;
    const trouble = chooseTrouble(file.size, taken);
    const kind = kindOf(file);
    const previewUrl = kind === "photo" && !trouble ? URL.createObjectURL(file) : null;
    const state = trouble ? "refused" : "queued";
    const fixed = { key, file, name: file.name || kind, sizeBytes: file.size, kind, previewUrl };
    all.set(key, { ...fixed, width: null, height: null, state, progress: 0, trouble, fileId: null });
    trayKeys = [...trayKeys, key];
    tell();
    const size = previewUrl && (await measurePicture(previewUrl));
    if (previewUrl && !all.get(key)?.width) change(key, size || { kind: "document", previewUrl: null });
  };

  return {
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** The files of the message being written; the same array until something about them changes. */
    tray: (): readonly Upload[] => tray,
    find: (key: string): Upload | undefined => all.get(key),
    add: (files: Iterable<File>): void => {
      for (const file of files) void addOne(file);
      startNext();
    },
    /** Takes the tray's files away for a message that is sent now; what will never go is left out. */
    take: (): Upload[] => {
      const taken = tray.filter(({ state }) => state !== "refused");
      for (const { key, state } of tray) if (state === "refused") forget(key);
      trayKeys = [];
      tell();
      again(taken.map(({ key }) => key));
      return taken;
    },
    /** Ends these uploads, running or not. */
    remove: (keys: readonly string[]): void => {
      for (const key of keys) forget(key);
      tell();
      startNext();
    },
    /** Tries the failed ones among these again. */
    again,
    /** Tries again what only the connection held up. */
    resume: (): void =>
      again([...all.values()].filter((one) => one.state === "failed").map((one) => one.key)),
    /** Whether leaving the page would lose a file. */
    isBusy: (): boolean =>
      tray.some(({ state }) => state !== "refused") ||
      [...all.values()].some(
        ({ state }) => state === "queued" || state === "uploading" || state === "failed",
      ),
  };
}
