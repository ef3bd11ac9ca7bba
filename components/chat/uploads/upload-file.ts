import { type ChatSession, SessionError } from "@/components/chat/chat-session";
import type { UploadTrouble } from "@/components/chat/uploads/upload";
import { type UploadAnswer, uploadTrouble } from "@/components/chat/uploads/upload-trouble";
import type { UploadedFileView } from "@/server/domain/files/schema";

export type UploadOutcome = { ok: true; file: UploadedFileView } | { ok: false; trouble: UploadTrouble };

const RETRY_DELAYS_MS = [1_000, 3_000];

function post(
  file: File,
  token: string,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<UploadAnswer> {
  // Only XMLHttpRequest tells how much of a body has gone out.
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    signal.addEventListener("abort", abort, { once: true });
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onloadend = () => {
      signal.removeEventListener("abort", abort);
      resolve({ status: request.status, body: request.response });
    };
    request.open("POST", "/api/files");
    request.responseType = "json";
    request.setRequestHeader("Authorization", `Bearer ${token}`);
    request.setRequestHeader("Content-Type", file.type || "application/octet-stream");
    request.setRequestHeader("X-File-Name", encodeURIComponent(file.name.toWellFormed?.() ?? file.name));
    request.send(file);
  });
}

const wait = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    const stop = () => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener("abort", stop, { once: true });
  });

/** Sends one file to POST /api/files, with a few tries where another may help; an aborted one ends as `failed`. */
export async function uploadFile(
  session: ChatSession,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<UploadOutcome> {
  for (let attempt = 0; ; attempt += 1) {
    const answer = await postWithSession(session, file, onProgress, signal);
    if (answer.status === 200 || answer.status === 201)
      return { ok: true, file: answer.body as UploadedFileView };
    const trouble = uploadTrouble(answer);
    const delay = RETRY_DELAYS_MS[attempt];
    const isHopeful = (trouble === "offline" && navigator.onLine) || trouble === "failed";
    if (signal.aborted || !isHopeful || delay === undefined) return { ok: false, trouble };
    await wait(delay, signal);
    if (signal.aborted) return { ok: false, trouble };
    onProgress(0);
  }
}

async function postWithSession(
  session: ChatSession,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<UploadAnswer> {
  try {
    const token = await session.token();
    const answer = await post(file, token, onProgress, signal);
    if (answer.status !== 401 || signal.aborted) return answer;
    return await post(file, await session.renew(token), onProgress, signal);
  } catch (error) {
    if (!(error instanceof SessionError)) throw error;
    return { status: error.refusal === "unreachable" ? 0 : 401, body: null };
  }
}
