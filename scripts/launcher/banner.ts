interface Banner {
  url: string;
  /** Null without the demo. */
  demo: { simulatorUrl: string; email: string; password: string; consoleKey: string } | null;
}

/** What the console shows once everything answers. */
export function banner({ url, demo }: Banner): string {
  const lines = ["", `AssistChat is running at ${url}`];
  if (demo) {
    lines.push(
      `Try it as customer and manager: ${demo.simulatorUrl}`,
      `Demo login: ${demo.email} ${demo.password}`,
      `Console key (opens the demo from another machine): ${demo.consoleKey}`,
    );
  }
  return [...lines, "Stop with Ctrl-C.", "", ""].join("\n");
}
