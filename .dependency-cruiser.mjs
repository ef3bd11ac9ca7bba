// The rules of the house. A test, and what tests share in a folder testing/, may reach further than the code it tests.
const TEST = ["\\.test\\.tsx?$", "^bots/testing/", "^bots/.+/testing/", "^server/.+/testing/"];
const ban = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });
const code = (path, pathNot = []) => ({ path, pathNot: [...TEST, ...pathNot] });

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    ban(
      "no-cycles",
      "Modules never need each other in a ring.",
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    ),
    ban("nothing-missing", "Every import leads somewhere.", {}, { couldNotResolve: true }),
    ban("app-is-a-leaf", "Only app/ imports app/.", { pathNot: "^app/" }, { path: "^app/" }),
    ban("bots-is-a-leaf", "Only bots/ imports bots/.", { pathNot: ["^bots/", ...TEST] }, { path: "^bots/" }),
    ban(
      "scripts-are-tools",
      "Scripts start, test and measure the product; it does not know them.",
      { pathNot: ["^scripts/", "^e2e/", "^[^/]+\\.config\\.ts$", ...TEST] },
      { path: "^scripts/" },
    ),
    ban(
      "tests-are-leaves",
      "Nobody imports a test or an end-to-end fixture.",
      { pathNot: ["^e2e/", ...TEST] },
      { path: [...TEST, "^e2e/"] },
    ),
    ban(
      "simulator-is-outside",
      "The simulator is the outside world: product code never knows it.",
      { pathNot: ["^server/simulator/", "^e2e/", ...TEST] },
      { path: "^server/simulator/" },
    ),
    ban(
      "errors-stay-small",
      "Every page, the chat too, carries the last resort's code along: it merges no classes.",
      { path: "^app/global-error" },
      { path: "^components/ui/cn", reachable: true },
    ),
    ban("lib-is-ground", "lib imports npm only.", code("^server/lib/"), {
      path: "^(app|components|bots|server/(?!lib/))",
    }),
    ban(
      "ui-knows-no-domain",
      "components/ui could ship in another product.",
      { path: "^components/ui/" },
      { path: "^(server|components/(?!ui/))" },
    ),
    ban(
      "browser-sees-schemas-and-types",
      "Browser code takes schema.ts or types from server/, nothing else.",
      code("^components/|^server/providers/[^/]+/page\\.tsx$"),
      {
        path: "^server/",
        pathNot: "/schema\\.ts$|^server/providers/pages\\.tsx$",
        dependencyTypesNot: ["type-only"],
      },
    ),
    ban(
      "app-goes-through-transports",
      "Pages and routes speak to trpc, rest or auth, never to use cases, files or the database.",
      code("^app/"),
      { path: "^server/(domain/(?!.*/schema\\.ts$)|lib/db\\.ts$|storage/|ai/|jobs/|realtime/)" },
    ),
    ban(
      "core-is-framework-free",
      "Runs in Next and in the bots process alike.",
      code("^server/(domain|providers|jobs|lib|ai|storage|realtime)/", ["\\.tsx$"]),
      { path: "^server/(trpc|rest)/|node_modules/(next|react|server-only|@trpc|hono|@hono)/" },
    ),
    ban(
      "sdks-stay-in-providers",
      "Only adapters and bots speak Telegram.",
      code("^(app|components|server/(domain|jobs|lib|trpc|rest))/"),
      { path: "node_modules/(grammy|@grammyjs)/" },
    ),
    ban(
      "db-only-in-domain",
      "Prisma is reached through a use case or query of server/domain.",
      {
        pathNot: [
          "^server/(domain|auth|jobs|lib|realtime)/",
          "^prisma/",
          "^scripts/",
          "^bots/main\\.ts$",
          "^e2e/",
          ...TEST,
        ],
      },
      { path: "^server/lib/db\\.ts$" },
    ),
    ban(
      "one-prisma-client",
      "Only lib/db.ts makes a client; others may take types.",
      { pathNot: ["^server/lib/db\\.ts$", "^prisma/"] },
      { path: "^prisma/generated/", dependencyTypesNot: ["type-only"] },
    ),
    ban(
      "providers-by-registry",
      "The domain asks the registry, never a provider folder.",
      code("^server/(domain|trpc|rest|jobs)/|^app/"),
      { path: "^server/providers/[^/]+/", pathNot: "/schema\\.ts$" },
    ),
    ban(
      "providers-are-islands",
      "A provider folder knows itself and the contract.",
      code("^server/providers/([^/]+)/"),
      { path: "^server/(domain/|jobs/|providers/(?!$1/)[^/]+/)" },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^\\.next/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types", "typings"],
    },
  },
};
