const NAMES = {
  400: "Bad Request",
  401: "Unauthorized",
  404: "Not Found",
  406: "Not Acceptable",
  415: "Unsupported Media Type",
  429: "Too Many Requests",
  503: "Service Unavailable",
  504: "Gateway Timeout",
};

/** A call that the service refuses; the real one's bodies are not known, only that there is one. */
export class KchatRefusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** The answer to a refused call. */
export function refusalAnswer({ status, message }: KchatRefusal): Response {
  const error = NAMES[status as keyof typeof NAMES] ?? "Error";
  return new Response(JSON.stringify({ status, error, message }), {
    status,
    headers: { "content-type": "application/json" },
  });
}
