import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { readServices } from "../../src/configs/read-services.ts";
import { Stage } from "./fakes/run.ts";
import { accountSid, authToken, mainNumber, newNumber } from "./fakes/world.ts";

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

it("routes by path on a domain of the company's own", async () => {
	const stage = new Stage();
	await stage.run("deploy", "--base-url", "https://phones.acme.co/", "--prefix", "acme-pbx");
	const { workers } = stage.world;
	expect(workers["acme-pbx-voice"]?.config).toMatchObject({
		workers_dev: false,
		routes: [{ pattern: "phones.acme.co/ivr/*", zone_name: "acme.co" }],
	});
	expect(workers["acme-pbx-messaging"]?.config.routes).toEqual([
		{ pattern: "phones.acme.co/sms/*", zone_name: "acme.co" },
	]);
	expect(workers["acme-pbx-admin"]?.config.routes).toEqual([
		{ pattern: "phones.acme.co", custom_domain: true },
	]);
	expect(workers["acme-pbx-campaigns"]?.config).toMatchObject({ workers_dev: false });
	expect(stage.world.queues).toContain("acme-pbx-message-jobs-dead");
	expect(stage.world.numbers[0]?.sms_url).toBe("https://phones.acme.co/sms/inbound");
});

it("leaves no way around the domain, and closes one that was opened by hand", async () => {
	const stage = new Stage();
	await stage.run("deploy", "--base-url", "https://phones.acme.co");
	const workers = Object.values(stage.world.workers);
	expect(workers).toHaveLength(5);
	for (const { config, subdomain } of workers) {
		expect(subdomain, config.name).toEqual({ enabled: false, previews_enabled: false });
	}
	const { writes } = stage.world;
	const before = writes.length;
	await stage.run("deploy");
	expect(writes.slice(before)).toEqual([]);

	for (const [name, opened] of [
		["cloudpbx-admin", { enabled: true, previews_enabled: false }],
		["cloudpbx-voice", { enabled: false, previews_enabled: true }],
		["cloudpbx-campaigns", { enabled: true, previews_enabled: true }],
	] as const) {
		Object.assign(stage.world.workers[name] ?? {}, { subdomain: opened });
		await stage.run("deploy");
		expect(stage.output).toContain("closing addresses that lead around its own");
		expect(stage.world.workers[name]?.subdomain, name).toEqual({ enabled: false, previews_enabled: false });
	}
});

it("opens workers.dev without a domain for the Workers that the internet reaches, and never for single versions", async () => {
	const stage = new Stage();
	await stage.run("deploy");
	const open = Object.values(stage.world.workers).filter(({ subdomain }) => subdomain.enabled);
	expect(open.map(({ config }) => config.name).sort()).toEqual([
		"cloudpbx-admin",
		"cloudpbx-messaging",
		"cloudpbx-voice",
	]);
	for (const { subdomain } of Object.values(stage.world.workers))
		expect(subdomain.previews_enabled).toBe(false);
	await stage.run("deploy", "--base-url", "https://phones.acme.co");
	for (const { subdomain } of Object.values(stage.world.workers)) expect(subdomain.enabled).toBe(false);
});

it("deploys no Worker of its own configuration to a public address", () => {
	for (const { config } of readServices()) {
		expect(config, config.name).toMatchObject({ workers_dev: false, preview_urls: false });
	}
});

it("lets Cloudflare Access guard the dashboard where it is the sign-on", async () => {
	const stage = new Stage({ gate: "accessOfDashboard" });
	const guarded = ["--access-team-domain", "acme.cloudflareaccess.com", "--access-aud", "a".repeat(64)];
	await stage.run("deploy", "--base-url", "https://phones.acme.co", ...guarded);
	stage.world.gate = "access";
	expect(await stage.fail("deploy")).toMatch(/Take \/ivr\/\* and \/sms\/\* out/);
	stage.world.gate = "accessOfDashboard";
	expect(await stage.fail("deploy", "--access-team-domain", "", "--access-aud", "")).toMatch(
		/Cloudflare Access application/,
	);
});

it("says in the plan where each Worker is reached", async () => {
	const stage = new Stage();
	await stage.run("deploy", "--dry-run", "--base-url", "https://phones.acme.co");
	expect(stage.output.match(/reached on your domain alone/g)).toHaveLength(3);
	expect(stage.output.match(/It has no address/g)).toHaveLength(2);
	await stage.run("deploy", "--dry-run", "--base-url", "");
	expect(stage.output.match(/reached at its address on workers\.dev/g)).toHaveLength(3);
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

it("takes no number that leads elsewhere before it is told to", async () => {
	const elsewhere = newNumber(mainNumber, { voice_url: "https://old.acme.co/calls" });
	const stage = new Stage({ numbers: [elsewhere] });
	expect(await stage.fail("deploy")).toMatch(/leads to old\.acme\.co today.*--repoint/);
	expect(stage.world.writes).toEqual([]);
	await stage.run("deploy", "--repoint");
	expect(stage.world.numbers[0]?.voice_url).toContain("cloudpbx-voice");
});

it("has the numbers of extensions follow to a new address, and leaves one alone that was led elsewhere", async () => {
	const [follows, stays] = [newNumber("+12125550101"), newNumber("+12125550102")];
	const stage = new Stage({ numbers: [newNumber(mainNumber), follows, stays] });
	await stage.run("deploy");
	follows.voice_url = "https://cloudpbx-voice.acme.workers.dev/ivr/inbound";
	stays.voice_url = "https://old.acme.co/calls";
	for (const { sid, phone_number } of [follows, stays]) {
		const values = `'num_${sid}', '${phone_number}', '${sid}', 'local', 0`;
		stage.rows(`INSERT INTO phone_numbers (id, number, carrier_id, kind, created_at) VALUES (${values})`);
	}
	await stage.run("deploy", "--base-url", "https://phones.acme.co");
	expect(stage.world.numbers.map(({ voice_url }) => voice_url)).toEqual([
		"https://phones.acme.co/ivr/inbound",
		"https://phones.acme.co/ivr/inbound",
		"https://old.acme.co/calls",
	]);
});

it("frees texts that a Messaging Service of its own keeps, and names one that others share", async () => {
	const [main, other] = [newNumber(mainNumber), newNumber("+12125550100")];
	const service = { use_inbound_webhook_on_number: false };
	const sid = (digit: number) => `MG${String(digit).repeat(32)}`;
	const [ours, theirs] = [main.phone_number, other.phone_number];
	const stage = new Stage({
		numbers: [main, other],
		services: [
			{ ...service, sid: sid(1), friendly_name: "ours", numbers: [ours] },
			{ ...service, sid: sid(2), friendly_name: "shared", numbers: [ours, theirs] },
			{ ...service, sid: sid(3), friendly_name: "theirs", numbers: [theirs] },
			{ ...service, sid: sid(4), friendly_name: "empty", numbers: [] },
		],
	});
	await stage.run("deploy");
	const free = stage.world.services.map((one) => one.use_inbound_webhook_on_number);
	expect(free).toEqual([true, false, false, false]);
	expect(stage.lines.filter((line) => line.startsWith("The Messaging Service"))).toEqual([
		expect.stringContaining(`shared (${sid(2)})`),
	]);
});

it("says how to take the database back when a migration fails", async () => {
	const stage = new Stage();
	await stage.run("deploy");
	stage.rows("DELETE FROM d1_migrations WHERE name = '0002_audit_append_only.sql'");
	stage.faultOf = (write) => (write.startsWith("d1 migrations apply") ? "before" : null);
	expect(await stage.fail("deploy")).toMatch(/^Migrations: /);
	expect(stage.output).toContain("--bookmark=00000085-");
});

it("keeps a bookmark before it changes a database with something in it", async () => {
	const stage = new Stage();
	await stage.run("deploy");
	expect(stage.installationFile()).toContain('"bookmarks": []');
	const [database] = stage.world.databases;
	const books = stage.databases.get(database?.uuid ?? "");
	books.exec("DROP TRIGGER audit_events_no_update; DROP TRIGGER audit_events_no_delete");
	books.exec("DELETE FROM d1_migrations WHERE name = '0002_audit_append_only.sql'");
	await stage.run("db:migrate:remote");
	expect(stage.output).toContain("npm run wrangler -- d1 time-travel restore cloudpbx --bookmark=00000085-");
	expect(stage.installationFile()).toContain('"before": "0002_audit_append_only.sql"');
});

it("names a trigger that did not arrive, and does not go on", async () => {
	const stage = new Stage({ lostTriggers: ["calls_counted_insert"] });
	const words = await stage.fail("deploy");
	expect(words).toMatch(/^Migrations: .*lacks trigger calls_counted_insert/);
	expect(stage.world.workers).toEqual({});
	expect(await stage.fail("deploy")).toMatch(/all migrations are applied.*trigger calls_counted_insert/);
});

it("refuses a database that is newer than the code", async () => {
	const stage = new Stage();
	await stage.run("deploy");
	const [database] = stage.world.databases;
	stage.databases
		.get(database?.uuid ?? "")
		.exec("INSERT INTO d1_migrations (name) VALUES ('9999_future.sql')");
	expect(await stage.fail("deploy")).toMatch(/newer than this version: it has 9999_future\.sql/);
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

it("asks Twilio's credentials before it makes anything", async () => {
	const stage = new Stage();
	stage.environment.TWILIO_AUTH_TOKEN = "w".repeat(32);
	expect(await stage.fail("deploy")).toMatch(/Twilio refuses the credentials/);
	expect(stage.world.writes).toEqual([]);
	stage.environment.TWILIO_AUTH_TOKEN = "12345";
	expect(await stage.fail("deploy")).toMatch(/TWILIO_AUTH_TOKEN has 5 characters/);
	stage.environment.TWILIO_AUTH_TOKEN = undefined;
	expect(await stage.fail("deploy")).toMatch(/TWILIO_AUTH_TOKEN is missing/);
	stage.environment.TWILIO_ACCOUNT_SID = undefined;
	expect(await stage.fail("deploy", "--prefix", "other")).toMatch(/TWILIO_ACCOUNT_SID is missing/);
});

it("waits while a new address is not known everywhere, and says what it answers when it stays so", async () => {
	const stage = new Stage({ unknownFor: 5 });
	await stage.run("deploy");
	expect(stage.waits).toBe(5);
	stage.waits = 0;
	const voice = stage.world.workers["cloudpbx-voice"];
	if (voice) voice.secrets.TWILIO_AUTH_TOKEN = "another";
	expect(await stage.fail("deploy")).toMatch(/\/ivr\/self-test answers 403 to a webhook that is signed/);
	expect(stage.waits).toBe(29);
});

it("says what the carriers still want before the number may text", async () => {
	const stage = new Stage();
	await stage.run("deploy");
	expect(stage.output).toMatch(/Texts from \+18005550100 do not arrive.*Hand in its toll-free verification/);
	stage.world.verificationStatus = "TWILIO_APPROVED";
	await stage.run("deploy");
	expect(stage.output).toContain("is registered with the carriers: it may text");
});

it("sets up resources alone, and no Worker", async () => {
	const stage = new Stage();
	await stage.run("setup");
	expect(stage.world.databases).toHaveLength(1);
	expect(stage.world.workers).toEqual({});
	expect(stage.world.numbers[0]?.voice_url).toBe("");
});
