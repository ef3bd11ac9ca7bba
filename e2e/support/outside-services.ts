import { createServer } from "node:http";
import { Provider } from "oidc-provider";
import { SMTPServer } from "smtp-server";

// What the product meets outside in the journeys: a mail server whose letters can be read at /letters?to=<address>, and
// an OpenID server in Google's place under /, where whatever one types as the login is the e-mail.
const port = Number(process.env.E2E_OUTSIDE_PORT);
const issuer = `http://localhost:${port}`;
const letters: { to: string; text: string }[] = [];

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onData(stream, session, done) {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      const raw = Buffer.concat(chunks).toString("utf8");
      // Quoted-printable breaks long lines and escapes "=", both of which links have.
      const text = raw.replace(/=\r\n/g, "").replace(/=3D/g, "=");
      for (const { address } of session.envelope.rcptTo) letters.push({ to: address, text });
      done();
    });
  },
});
smtp.listen(Number(process.env.E2E_SMTP_PORT), "127.0.0.1");

const openId = new Provider(issuer, {
  clients: [
    {
      client_id: "assistchat",
      client_secret: "assistchat-secret",
      redirect_uris: [`http://localhost:${process.env.E2E_PORT}/api/auth/callback/google`],
      token_endpoint_auth_method: "client_secret_basic",
    },
  ],
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
  // Claims belong into the ID token, as with Google.
  conformIdTokenClaims: false,
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({
      sub: id,
      email: id,
      email_verified: !id.startsWith("unverified"),
      name: id.split("@")[0],
    }),
  }),
  cookies: { keys: ["only for tests"] },
});
const answer = openId.callback();
createServer((request, response) => {
  const url = new URL(request.url ?? "/", issuer);
  if (url.pathname === "/letters") {
    const found = letters.filter(({ to }) => to === url.searchParams.get("to"));
    response.setHeader("content-type", "application/json").end(JSON.stringify(found));
    return;
  }
  void answer(request, response);
}).listen(port, "127.0.0.1");
