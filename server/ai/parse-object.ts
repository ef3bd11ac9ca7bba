/** The JSON object of a model's reply that may stand in a Markdown fence or behind reasoning; `null` when there is none. */
export function parseObject(text: string): unknown {
  const body = text.replace(/^\s*<think>[\s\S]*?<\/think>/, "");
  try {
    return JSON.parse(body.slice(body.indexOf("{"), body.lastIndexOf("}") + 1));
  } catch {
    return null;
  }
}
