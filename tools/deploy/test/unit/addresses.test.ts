import { expect, it } from "vitest";
import { readServices } from "../../src/configs/read-services.ts";
import { Stage } from "./fakes/run.ts";

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
