import { expect } from "@playwright/test";

/** The newest link of ours to `path` in a letter to this address, once it has come. */
export async function letterLink(to: string, path: string): Promise<string> {
  const outside = `http://127.0.0.1:${process.env.E2E_OUTSIDE_PORT}/letters?${new URLSearchParams({ to })}`;
  let link: string | undefined;
  await expect(async () => {
    const letters: { text: string }[] = await (await fetch(outside)).json();
    link = letters
      .map(({ text }) => new RegExp(`http\\S+${path}\\?\\S+`).exec(text)?.[0])
      .findLast((found) => found !== undefined);
    expect(link).toBeDefined();
  }).toPass({ timeout: 10_000 });
  return link ?? "";
}
