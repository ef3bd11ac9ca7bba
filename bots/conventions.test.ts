import { expect, it } from "vitest";
import { handlerFor } from "@/bots/handler-for";
import { listenerFor } from "@/bots/listener-for";
import { listeningSlugs } from "@/server/providers/registry";

it.each(listeningSlugs)(
  "%s has its folder: somebody listens, and somebody handles what comes",
  async (slug) => {
    expect(await listenerFor(slug)).toBeTypeOf("function");
    expect(await handlerFor(slug)).toMatchObject({
      read: expect.any(Function),
      handle: expect.any(Function),
    });
  },
);

it("says so where a provider has none", async () => {
  await expect(listenerFor("webhook")).rejects.toThrow();
});
