import { test as base, expect } from "@playwright/test";

interface Options {
  /** Console errors that a test provokes on purpose; any other fails it. */
  expectedErrors: RegExp[];
  /** Fails the test for each error in the console of any of its pages, and each uncaught exception. */
  quietConsole: undefined;
}

/** Playwright's `test`, in which a page's console error fails the test. */
export const test = base.extend<Options>({
  expectedErrors: [[], { option: true }],
  quietConsole: [
    async ({ context, expectedErrors }, use) => {
      const errors: string[] = [];
      const note = (text: string) => {
        if (!expectedErrors.some((expected) => expected.test(text))) errors.push(text);
      };
      context.on("console", (message) => {
        if (message.type() === "error") note(`${message.text()} (${message.location().url})`);
      });
      context.on("weberror", (error) => note(error.error().stack ?? String(error.error())));
      await use(undefined);
      expect(errors, "errors in the browser's console").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
