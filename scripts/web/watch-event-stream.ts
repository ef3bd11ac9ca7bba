import type { ServerResponse } from "node:http";

const hasName = (name: string, wanted: string) => name.toLowerCase() === wanted;

/**
 * Calls `onStream` when the response turns out to be an event stream, and marks it `no-transform`, for Next's
 * compression would hold events back (it leaves such responses alone: the `compression` package, "filter").
 */
export function watchEventStream(response: ServerResponse, onStream: () => void): void {
  let streams = false;
  const setHeader = response.setHeader.bind(response);
  response.setHeader = (name, value) => {
    if (hasName(name, "content-type") && /^text\/event-stream/.test(String(value)) && !streams) {
      streams = true;
      setHeader("Cache-Control", "no-cache, no-transform");
      onStream();
    }
    return streams && hasName(name, "cache-control") ? response : setHeader(name, value);
  };
}
