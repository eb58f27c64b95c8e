import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { Stage } from "./fakes/run.ts";
import { accountSid, authToken, mainNumber } from "./fakes/world.ts";

const codePattern = /set-up code ([0-9a-f]{64})/;
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

it("makes a phone system that answers, from nothing, on workers.dev", async () => {
	const stage = new Stage();
	await stage.run("deploy");
	const { world } = stage;
	expect(world.databases).toMatchObject([{ name: "cloudpbx", location: "wnam" }]);
	expect(world.buckets.sort()).toEqual(["cloudpbx-media", "cloudpbx-voicemail"]);
	expect(world.namespaces.map(({ title }) => title)).toEqual(["cloudpbx-assistant-memory"]);
	expect(world.queues).toHaveLength(10);
	expect(Object.keys(world.workers)).toEqual([
		"cloudpbx-messaging",
		"cloudpbx-voice",
		"cloudpbx-campaigns",
		"cloudpbx-provisioning",
		"cloudpbx-admin",
	]);
	const voice = "https://cloudpbx-voice.acme.workers.dev";
	const messaging = "https://cloudpbx-messaging.acme.workers.dev";
	const fallback = `https://webhooks.twilio.com/v1/Accounts/${accountSid}/Flows/${world.flows[0]?.sid}`;
	expect(world.workers["cloudpbx-voice"]?.config.vars).toMatchObject({
		PUBLIC_URL: voice,
		COMPANY_NAME: "Acme",
	});
	expect(world.workers["cloudpbx-messaging"]?.config.vars.PUBLIC_URL).toBe(messaging);
	expect(world.workers["cloudpbx-provisioning"]?.config.vars).toMatchObject({
		VOICE_URL: voice,
		MESSAGING_URL: messaging,
		VOICE_FALLBACK_URL: fallback,
	});
	expect(world.numbers[0]).toMatchObject({
		voice_url: `${voice}/ivr/inbound`,
		voice_fallback_url: fallback,
		status_callback: `${voice}/ivr/status`,
		sms_url: `${messaging}/sms/inbound`,
	});
	expect(stage.rows("SELECT number, kind, extension_id FROM phone_numbers")).toEqual([
		{ number: mainNumber, kind: "toll_free", extension_id: null },
	]);
	expect(stage.rows("SELECT count(*) AS count FROM sqlite_master WHERE type = 'trigger'")).toEqual([
		{ count: 59 },
	]);
});

it("shows the set-up code once, and stores nothing but its hash", async () => {
	const stage = new Stage();
	await stage.run("deploy");
	const code = codePattern.exec(stage.output)?.[1] ?? "";
	expect(stage.output).toContain("https://cloudpbx-admin.acme.workers.dev/claim");
	expect(stage.rows("SELECT code_hash FROM setup_codes")).toEqual([{ code_hash: sha256(code) }]);
	expect(stage.installationFile()).not.toContain(code);
	await stage.run("deploy");
	expect(stage.output).not.toMatch(codePattern);
	expect(stage.rows("SELECT code_hash FROM setup_codes")).toEqual([{ code_hash: sha256(code) }]);
});

it("changes nothing when everything is there, and only what differs when something does", async () => {
	const stage = new Stage();
	await stage.run("deploy");
	const writes = stage.world.writes.length;
	await stage.run("deploy");
	expect(stage.world.writes.slice(writes)).toEqual([]);
	expect(stage.output).toContain("Everything was in order; nothing was changed.");

	stage.world.queues.splice(3, 1);
	Object.assign(stage.world.numbers[0] ?? {}, { sms_url: "" });
	await stage.run("deploy");
	expect(stage.world.writes.slice(writes)).toEqual([
		"queues create cloudpbx-campaign-batches-dead",
		"POST /IncomingPhoneNumbers/PN",
	]);
});

it("deploys every Worker anew when the code is another, and keeps the secret that signs sessions", async () => {
	const stage = new Stage();
	await stage.run("deploy");
	const secret = stage.world.workers["cloudpbx-admin"]?.secrets.AUTH_SECRET;
	expect(secret).toMatch(/^[0-9a-f]{64}$/);
	stage.code = "2";
	await stage.run("deploy");
	for (const worker of Object.values(stage.world.workers)) expect(worker.deployments).toBe(2);
	expect(stage.world.workers["cloudpbx-admin"]?.secrets.AUTH_SECRET).toBe(secret);
});

it("keeps no secret in its file", async () => {
	const stage = new Stage();
	await stage.run("deploy");
	const kept = stage.installationFile();
	expect(kept).toContain(mainNumber);
	expect(kept).not.toContain(authToken);
	expect(kept).not.toContain(stage.world.workers["cloudpbx-admin"]?.secrets.AUTH_SECRET ?? "no secret");
	expect(stage.output).not.toContain(authToken);
	expect(stage.world.commands.join("\n")).not.toContain(authToken);
});

it("remembers the answers", async () => {
	const stage = new Stage();
	await stage.run("deploy", "--base-url", "https://phones.acme.co", "--ai-model", "@cf/acme/model");
	stage.environment = { TWILIO_AUTH_TOKEN: authToken };
	const writes = stage.world.writes.length;
	await stage.run("deploy");
	expect(stage.world.writes.slice(writes)).toEqual([]);
});

it("gives each Worker the answers that it declares", async () => {
	const stage = new Stage();
	const access = ["--access-team-domain", "acme.cloudflareaccess.com", "--access-aud", "a".repeat(64)];
	const given = ["--company-greeting", "Hello.", "--ai-model", "@cf/acme/model", "--number-country", "CA"];
	await stage.run("deploy", ...given, ...access);
	expect(stage.world.workers["cloudpbx-admin"]?.config.vars).toMatchObject({
		ACCESS_TEAM_DOMAIN: "acme.cloudflareaccess.com",
		ACCESS_AUD: "a".repeat(64),
		COMPANY_GREETING: "Hello.",
	});
	expect(stage.world.workers["cloudpbx-provisioning"]?.config.vars.NUMBER_COUNTRY).toBe("CA");
	expect(stage.world.workers["cloudpbx-voice"]?.config.vars).toMatchObject({
		COMPANY_GREETING: "Hello.",
		AI_MODEL: "@cf/acme/model",
	});
	expect(stage.world.workers["cloudpbx-campaigns"]?.config.vars).not.toHaveProperty("AI_MODEL");
});

it.each([
	[{ isSignedIn: false }, /npm run wrangler -- login/],
	[{ hasR2: false }, /R2 is not switched on/],
	[{ isPaid: false }, /Worker cloudpbx-messaging: this Cloudflare account is on the Free plan.*Workers Paid/],
	[{ subdomain: null }, /no workers\.dev subdomain yet/],
	[{ numbers: [] }, /has no number \+18005550100/],
	[{ gate: "access" as const }, /Cloudflare Access application/],
	[{ gate: "bots" as const }, /Bot Fight Mode/],
])("says what to do with %j", async (changes, words) => {
	const stage = new Stage(changes);
	expect(await stage.fail("deploy")).toMatch(words);
});

it.each([
	[["deploy", "--base-url", "http://phones.acme.co"], /BASE_URL must begin with https/],
	[["deploy", "--base-url", "https://cloudpbx.example.com"], /BASE_URL is still the placeholder/],
	[["deploy", "--base-url", "https://phones.other.co"], /has no zone for phones\.other\.co/],
	[["deploy", "--prefix", "A"], /The prefix has 3 to 31/],
	[["deploy", "--location", "mars"], /The location is one of/],
	[["deploy", "--colour", "red"], /Unknown option '--colour'/],
	[["deploy", "--twilio-toll-free-number", "800"], /TWILIO_TOLL_FREE_NUMBER is written as/],
])("refuses %j in a sentence", async (args, words) => {
	const stage = new Stage();
	expect(await stage.fail(...args)).toMatch(words);
	expect(stage.world.writes).toEqual([]);
});

it("lists its flags, the token not among them", async () => {
	const stage = new Stage();
	await stage.run("deploy", "--help");
	expect(stage.output).toMatch(/--base-url …\s+Your own address.*BASE_URL/);
	expect(stage.output).not.toContain("--twilio-auth-token");
});

it("sets up resources alone, and no Worker", async () => {
	const stage = new Stage();
	await stage.run("setup");
	expect(stage.world.databases).toHaveLength(1);
	expect(stage.world.workers).toEqual({});
	expect(stage.world.numbers[0]?.voice_url).toBe("");
});
