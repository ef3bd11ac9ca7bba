import type { ServerResponse } from "node:http";

const hasName = (name: string, wanted: string) => name.toLowerCase() === wanted;

/** After a break browsers wait so long before they come again, not all at once; milliseconds. */
const shortestRetryMs = 200;
const retrySpreadMs = 300;

/**
 * Calls `onStream` when the response turns out to be an event stream. Marks it `no-transform`, for Next's compression
 * would hold events back (it leaves such responses alone: the `compression` package, "filter"), and lets it begin with
 * the time after which to reconnect, which is three seconds unless a server names one (the `eventsource` package).
 */
export function watchEventStream(response: ServerResponse, onStream: () => void): void {
  let streams = false;
  const setHeader = response.setHeader.bind(response);
  const write = response.write.bind(response);
  response.setHeader = (name, value) => {
    if (hasName(name, "content-type") && /^text\/event-stream/.test(String(value)) && !streams) {
      streams = true;
      setHeader("Cache-Control", "no-cache, no-transform");
      response.write = (...args: unknown[]) => {
        response.write = write;
        if (response.statusCode === 200) {
          write(`retry: ${Math.round(shortestRetryMs + Math.random() * retrySpreadMs)}\n\n`);
        }
        return Reflect.apply(write, response, args);
      };
      onStream();
    }
    return streams && hasName(name, "cache-control") ? response : setHeader(name, value);
  };
}
