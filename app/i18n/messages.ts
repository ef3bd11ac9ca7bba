import enErrors from "@/messages/en/errors.json";
import enLanding from "@/messages/en/landing.json";
import enLogin from "@/messages/en/login.json";
import enProviders from "@/messages/en/providers.json";
import enQr from "@/messages/en/qr.json";
import enResources from "@/messages/en/resources.json";
import enSettings from "@/messages/en/settings.json";
import enShell from "@/messages/en/shell.json";
import enSimulator from "@/messages/en/simulator.json";
import ruErrors from "@/messages/ru/errors.json";
import ruLanding from "@/messages/ru/landing.json";
import ruLogin from "@/messages/ru/login.json";
import ruProviders from "@/messages/ru/providers.json";
import ruQr from "@/messages/ru/qr.json";
import ruResources from "@/messages/ru/resources.json";
import ruSettings from "@/messages/ru/settings.json";
import ruShell from "@/messages/ru/shell.json";
import ruSimulator from "@/messages/ru/simulator.json";

const en = {
  Errors: enErrors,
  Landing: enLanding,
  Login: enLogin,
  Providers: enProviders,
  Qr: enQr,
  Resources: enResources,
  Settings: enSettings,
  Shell: enShell,
  Simulator: enSimulator,
};

/** Every text of the pages, by namespace: one file a namespace in messages/<locale>. */
export type Messages = typeof en;

// Typing it as the English one makes a text that Russian lacks fail the type check.
const ru: Messages = {
  Errors: ruErrors,
  Landing: ruLanding,
  Login: ruLogin,
  Providers: ruProviders,
  Qr: ruQr,
  Resources: ruResources,
  Settings: ruSettings,
  Shell: ruShell,
  Simulator: ruSimulator,
};

export const messages = { en, ru };
