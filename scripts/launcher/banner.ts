interface Banner {
  url: string;
  /** The same server as another machine reaches it. */
  outsideUrl: string;
  /** Null without the demo. */
  demo: { simulatorUrl: string; email: string; password: string; consoleKey: string } | null;
  /** A bot of the real world is configured beside the demo. */
  demoBesideRealBot?: boolean;
}

/** What the console shows once everything answers. */
export function banner({ url, outsideUrl, demo, demoBesideRealBot }: Banner): string {
  const lines = ["", `AssistChat is running at ${url}`];
  if (demo) {
    lines.push(
      `Try it as customer and manager: ${demo.simulatorUrl}`,
      `Demo login: ${demo.email} ${demo.password}`,
      `From another machine the demo opens with the key: ${outsideUrl}/api/demo/enter?key=${demo.consoleKey}&next=/simulator`,
    );
  }
  if (demo && demoBesideRealBot) {
    lines.push("Warning: a real bot is configured while the demo is on. Set DEMO=0 before customers come.");
  }
  return [...lines, "Stop with Ctrl-C.", "", ""].join("\n");
}
