/** What came of a call: its value, or why not (`message` is for people). */
export type SimulatorAnswer<T> =
  | { ok: true; value: T }
  | { ok: false; why: "down" | "refused" | "too_large" | "failed"; message: string };

/** Calls the simulator's control API (docs/simulator.md) through our server; `T` is what that call is told to answer. */
export async function callSimulator<T>(
  method: "GET" | "POST" | "DELETE",
  path: string,
  body?: object,
): Promise<SimulatorAnswer<T>> {
  try {
    const response = await fetch(`/api/simulator${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    });
    const content: unknown = await response.json();
    if (response.ok) return { ok: true, value: content as T };
    return {
      ok: false,
      why: reasonOf(response.status),
      message: messageOf(content) ?? response.statusText,
    };
  } catch (error) {
    return { ok: false, why: "down", message: error instanceof Error ? error.message : String(error) };
  }
}

function reasonOf(status: number): "down" | "refused" | "too_large" | "failed" {
  if (status === 403) return "refused";
  if (status === 413) return "too_large";
  return status >= 500 ? "down" : "failed";
}

function messageOf(content: unknown): string | null {
  if (typeof content !== "object" || content === null || !("error" in content)) return null;
  const { error } = content;
  return typeof error === "object" && error !== null && "message" in error ? String(error.message) : null;
}
